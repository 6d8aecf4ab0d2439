using System.Reflection;
using System.Runtime.Loader;
using Mono.Cecil;

namespace ValenceNano.Bench;

/// <summary>
/// The product and this bench once more, side by side with those that run: the product's assemblies and the yardsticks
/// are instrumented here. Only types of .NET itself are the same on both sides.
/// </summary>
public sealed class MeteredContext : AssemblyLoadContext
{
    private const string OwnAssemblies = "ValenceNano.";

    private static readonly string DesktopAssembly = typeof(Desktop.MemoryPanel).Assembly.GetName().Name!;

    private static readonly string FirmwareNamespace = typeof(Firmware.MainLoop).Namespace!;

    private static readonly string YardstickNamespace = typeof(Plain.PlainCrc).Namespace!;

    private readonly Dictionary<string, byte[]> _images = [];
    private readonly Assembly _bench;

    /// <summary>Instruments what lies beside the running bench, and loads it.</summary>
    /// <param name="onlySum">As <see cref="Instrumenter"/> has it.</param>
    public MeteredContext(bool onlySum = false)
    {
        var instrumenter = new Instrumenter(onlySum);
        Instrument(instrumenter, "ValenceNano.Protocol", _ => true);
        Instrument(instrumenter, "ValenceNano.Model", _ => true);
        Instrument(instrumenter, "ValenceNano.Display", _ => true);
        Instrument(instrumenter, "ValenceNano.Network", _ => true);
        Instrument(instrumenter, "ValenceNano.Device", type => (type.DeclaringType ?? type).Namespace == FirmwareNamespace);
        Instrument(instrumenter, "ValenceNano.Bench", type => type.Namespace == YardstickNamespace);
        Blocks = instrumenter.Blocks;
        Hits = new long[Blocks.Count];
        _bench = LoadFromAssemblyName(new AssemblyName("ValenceNano.Bench"));
        Twin(typeof(Meter)).GetProperty(nameof(Meter.Hits))!.SetValue(null, Hits);
    }

    /// <summary>The blocks of all that is instrumented.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>How often each of them was entered.</summary>
    public long[] Hits { get; }

    /// <summary><see cref="Scenarios.All"/> as it is in here.</summary>
    public IReadOnlyList<(string Name, Action Prepare, Func<int> Run)> Scenarios() =>
        Call<IReadOnlyList<(string, Action, Func<int>)>>(typeof(Scenarios), nameof(Bench.Scenarios.All));

    /// <summary>Calls a static method as it is in here. Arguments and result can only be types of .NET itself.</summary>
    public T Call<T>(Type type, string method, params object?[] arguments) =>
        (T)Twin(type)
            .GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name!;
        if (_images.TryGetValue(name, out byte[]? image))
        {
            return LoadFromStream(new MemoryStream(image));
        }

        bool isOwn = name.StartsWith(OwnAssemblies, StringComparison.Ordinal) || name == DesktopAssembly;
        return isOwn ? LoadFromAssemblyPath(PathOf(name)) : null;
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    private Type Twin(Type type) => _bench.GetType(type.FullName!, throwOnError: true)!;

    private void Instrument(Instrumenter instrumenter, string name, Func<TypeDefinition, bool> isMetered)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(PathOf(name));
        instrumenter.Rewrite(module, isMetered);
        using var image = new MemoryStream();
        module.Write(image);
        _images.Add(name, image.ToArray());
    }
}
