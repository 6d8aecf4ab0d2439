using System.Reflection;
using System.Runtime.Loader;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using ValenceNano.Bench;

namespace ValenceNano.HostTests.Bench;

/// <summary>A static method <c>int M(int)</c> written instruction by instruction, to be counted by hand and by the meter.</summary>
internal sealed class IlSample
{
    private readonly ModuleDefinition _module = ModuleDefinition.CreateModule("Sample", ModuleKind.Dll);
    private readonly Instrumenter _instrumenter = new();
    private readonly MethodDefinition _method;

    public IlSample()
    {
        var type = new TypeDefinition("", "Sample", Mono.Cecil.TypeAttributes.Public, _module.TypeSystem.Object);
        _module.Types.Add(type);
        _method = new MethodDefinition(
            "M", Mono.Cecil.MethodAttributes.Public | Mono.Cecil.MethodAttributes.Static, _module.TypeSystem.Int32);
        _method.Parameters.Add(new ParameterDefinition(_module.TypeSystem.Int32));
        type.Methods.Add(_method);
        Il = _method.Body.GetILProcessor();
    }

    /// <summary>Writes the body.</summary>
    public ILProcessor Il { get; }

    /// <summary>Adds a local of an own or a library type.</summary>
    public VariableDefinition Local<T>()
    {
        var local = new VariableDefinition(_module.ImportReference(typeof(T)));
        _method.Body.Variables.Add(local);
        return local;
    }

    /// <summary>A type as an operand.</summary>
    public TypeReference Type<T>() => _module.ImportReference(typeof(T));

    /// <summary>A library method as an operand.</summary>
    public MethodReference Method(MethodBase? method) => _module.ImportReference(method);

    /// <summary>Adds a handler.</summary>
    public void Handle(ExceptionHandler handler) => _method.Body.ExceptionHandlers.Add(handler);

    /// <summary>Instruments the method as it would be found in a file: with short branches, and types that are but names.</summary>
    public Func<int, int> Instrumented()
    {
        _method.Body.OptimizeMacros();
        using ModuleDefinition compiled = ModuleDefinition.ReadModule(Written(_module));
        _instrumenter.Rewrite(compiled, _ => true);
        Assembly assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(Written(compiled));
        return assembly.GetType("Sample")!.GetMethod("M")!.CreateDelegate<Func<int, int>>();
    }

    /// <summary>What one call counts: instructions, allocations, and calls of the class library.</summary>
    public (int Result, long Il, long Allocations, string[] Calls) Count(Func<int, int> method, int argument)
    {
        Meter.Hits = new long[_instrumenter.Blocks.Count];
        int result = method(argument);
        var entered = _instrumenter.Blocks.Zip(Meter.Hits).ToList();
        return (
            result,
            entered.Sum(e => e.Second * e.First.Instructions),
            entered.Sum(e => e.Second * e.First.Allocations),
            [.. entered.Where(e => e.Second > 0).SelectMany(e => e.First.LibraryCalls)]);
    }

    private static MemoryStream Written(ModuleDefinition module)
    {
        var image = new MemoryStream();
        module.Write(image);
        image.Position = 0;
        return image;
    }
}
