using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>The checker refuses what it is there for.</summary>
public sealed class SubsetCheckerTests
{
    private const string Own = "ValenceNano.HostTests.NanoSubset";

    [Theory]
    [InlineData("IHasBody", "IHasBody uses a default interface method")]
    [InlineData("OwnGeneric`1", "an own generic type")]
    [InlineData("GenericMethod", "GenericMethod.Same uses an own generic method")]
    [InlineData("CallsGenericMethod", "CallsGenericMethod.Same uses the generic method")]
    [InlineData("GenericDelegate", "GenericDelegate uses the generic type System.Action`1<System.Int32>")]
    [InlineData("GenericLocal", "GenericLocal.Twice uses the generic type System.Func`2<System.Int32,System.Int32>")]
    [InlineData("MultiDimensional", "MultiDimensional uses the multi-dimensional array System.Byte[0...,0...]")]
    [InlineData("Checked", "Checked.Next uses checked arithmetic")]
    [InlineData("ReadsForeignStatic", "Provider.First, another type's static")]
    [InlineData("ReadsForeignStaticInACall", "Provider.First, another type's static")]
    public void Checker_refuses_by_name_what_the_device_cannot_do(string offender, string finding)
    {
        using ModuleDefinition tests = Assemblies.ReadTests();

        IEnumerable<string> findings = SubsetChecker.Check(tests.GetType($"{Own}.Offenders/{offender}"));

        Assert.Contains(findings, f => f.Contains(finding, StringComparison.Ordinal));
    }

    [Fact]
    public void Checker_lets_plain_code_pass()
    {
        using ModuleDefinition tests = Assemblies.ReadTests();

        Assert.Empty(SubsetChecker.Check(tests.GetType($"{Own}.Offenders/Provider")));
    }

    [Theory]
    [InlineData(255, 0)]
    [InlineData(256, 1)]
    public void Checker_allows_255_locals_in_a_method(int locals, int findings)
    {
        using ModuleDefinition module = MakeModule(out MethodDefinition method);
        for (int i = 0; i < locals; i++)
        {
            method.Body.Variables.Add(new VariableDefinition(module.TypeSystem.Int32));
        }

        Assert.Equal(findings, SubsetChecker.Check(method.DeclaringType).Count());
    }

    [Fact]
    public void Checker_refuses_a_pointer()
    {
        using ModuleDefinition module = MakeModule(out MethodDefinition method);
        method.Parameters.Add(new ParameterDefinition(new PointerType(module.TypeSystem.Byte)));

        Assert.Equal(["Own.Made.Run uses the pointer System.Byte*"], SubsetChecker.Check(method.DeclaringType));
    }

    private static ModuleDefinition MakeModule(out MethodDefinition method)
    {
        var module = ModuleDefinition.CreateModule("Made", ModuleKind.Dll);
        var type = new TypeDefinition("Own", "Made", TypeAttributes.Class, module.TypeSystem.Object);
        method = new MethodDefinition("Run", MethodAttributes.Static, module.TypeSystem.Void);
        method.Body.GetILProcessor().Emit(OpCodes.Ret);
        type.Methods.Add(method);
        module.Types.Add(type);
        return module;
    }
}
