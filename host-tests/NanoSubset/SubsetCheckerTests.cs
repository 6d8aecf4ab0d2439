using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>The checker refuses what it is there for, and nothing else.</summary>
public sealed class SubsetCheckerTests
{
    private const string Own = "ValenceNano.HostTests.NanoSubset";

    [Theory]
    [InlineData("IHasBody", "Offenders/IHasBody uses a default interface method")]
    [InlineData("OwnGeneric`1", "an own generic type")]
    [InlineData("GenericMethod", "GenericMethod.Same uses an own generic method")]
    [InlineData("GenericDelegate", "GenericDelegate.Done uses the generic type System.Action`1<System.Int32>")]
    [InlineData("NullableValue", "NullableValue.Value uses the nullable value type System.Int32?")]
    [InlineData("Tuple", "Tuple.Both uses the tuple System.ValueTuple`2<System.Int32,System.Int32>")]
    [InlineData("Record", "Record uses a record")]
    [InlineData("Iterator", "Iterator.Numbers uses an iterator")]
    [InlineData("Async", "Async.Wait uses async")]
    [InlineData("MultiDimensional", "MultiDimensional.Values uses the multi-dimensional array System.Byte[0...,0...]")]
    [InlineData("UsesSpan", "UsesSpan.Sum uses Span, as System.Span`1<System.Byte>")]
    [InlineData("StackAlloc", "StackAlloc.First uses stackalloc")]
    [InlineData("Inlined", "Inlined.Twice uses AggressiveInlining")]
    [InlineData("Union", "Union uses an explicit layout")]
    [InlineData("ReadsForeignStatic", "Provider.First, another type's static")]
    [InlineData("ReadsForeignStaticInACall", "Provider.First, another type's static")]
    [InlineData("MissingType", "MissingType.Text uses the type System.Text.StringBuilder")]
    [InlineData("MissingMethod", "MissingMethod.Fill uses System.Array: static void Reverse(System.Array)")]
    [InlineData("MissingOverload", "MissingOverload.Write uses System.Console: static void WriteLine(int)")]
    [InlineData("MissingProperty", "MissingProperty.End uses System.Environment: static string get_NewLine()")]
    [InlineData("Interpolation", "Interpolation.Text uses the type System.Runtime.CompilerServices.DefaultInterpolatedStringHandler")]
    [InlineData("EmptyArray", "EmptyArray.None uses the generic method")]
    [InlineData("MissingAttribute", "MissingAttribute.Value uses the type System.ThreadStaticAttribute")]
    [InlineData("Volatile", "Volatile.IsStopped uses the type System.Runtime.CompilerServices.IsVolatile")]
    public void What_the_device_cannot_do_is_refused_by_name(string offender, string finding)
    {
        using AssemblyDefinition assembly = Assemblies.Read("ValenceNano.HostTests");
        TypeDefinition type = assembly.MainModule.GetType($"{Own}.Offenders/{offender}");

        IReadOnlyList<string> findings = new SubsetChecker(NanoLibrary.OfDevice, Own).Check(type);

        Assert.Contains(findings, f => f.Contains(finding, StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_device_can_do_passes()
    {
        using AssemblyDefinition assembly = Assemblies.Read("ValenceNano.HostTests");
        TypeDefinition type = assembly.MainModule.GetType($"{Own}.Harmless");

        Assert.Equal("", string.Join("\n", new SubsetChecker(NanoLibrary.OfDevice, Own).Check(type)));
    }

    [Theory]
    [InlineData(255, 0)]
    [InlineData(256, 1)]
    public void A_method_has_255_locals_at_most(int locals, int findings)
    {
        using AssemblyDefinition assembly = MakeAssembly(out TypeDefinition type, out MethodDefinition method);
        for (int i = 0; i < locals; i++)
        {
            method.Body.Variables.Add(new VariableDefinition(assembly.MainModule.TypeSystem.Int32));
        }

        Assert.Equal(findings, new SubsetChecker(NanoLibrary.OfDevice, Own).Check(type).Count);
    }

    [Fact]
    public void A_pointer_is_refused()
    {
        using AssemblyDefinition assembly = MakeAssembly(out TypeDefinition type, out MethodDefinition method);
        method.Parameters.Add(new ParameterDefinition(new PointerType(assembly.MainModule.TypeSystem.Byte)));

        string finding = Assert.Single(new SubsetChecker(NanoLibrary.OfDevice, Own).Check(type));

        Assert.Equal($"{Own}.Made.Run uses the pointer System.Byte*", finding);
    }

    private static AssemblyDefinition MakeAssembly(out TypeDefinition type, out MethodDefinition method)
    {
        var assembly = AssemblyDefinition.CreateAssembly(new AssemblyNameDefinition("Made", new Version(1, 0)), "Made", ModuleKind.Dll);
        ModuleDefinition module = assembly.MainModule;
        type = new TypeDefinition(Own, "Made", TypeAttributes.Class, module.TypeSystem.Object);
        method = new MethodDefinition("Run", MethodAttributes.Static, module.TypeSystem.Void);
        method.Body.GetILProcessor().Emit(OpCodes.Ret);
        type.Methods.Add(method);
        module.Types.Add(type);
        return assembly;
    }
}
