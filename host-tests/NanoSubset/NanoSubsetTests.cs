using Mono.Cecil;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>The three projects that go onto the device use only what is there.</summary>
public sealed class NanoSubsetTests
{
    [Theory]
    [InlineData("ValenceNano.Protocol")]
    [InlineData("ValenceNano.Model")]
    [InlineData("ValenceNano.Display")]
    [InlineData("ValenceNano.Network")]
    [InlineData("ValenceNano.Device")]
    public void What_goes_onto_the_device_uses_only_what_the_device_has(string assemblyName)
    {
        using AssemblyDefinition assembly = Assemblies.Read(assemblyName);
        var checker = new SubsetChecker(
            NanoLibrary.OfDevice, "ValenceNano.Protocol", "ValenceNano.Model", "ValenceNano.Display", "ValenceNano.Network", "ValenceNano.Firmware");

        IReadOnlyList<string> findings = checker.Check(assembly);

        Assert.True(findings.Count == 0, string.Join("\n", findings));
    }

    [Theory]
    [InlineData("ValenceNano.Protocol", "ValenceNano.Protocol.BusMaster")]
    [InlineData("ValenceNano.Model", "ValenceNano.Model.AlarmList")]
    [InlineData("ValenceNano.Display", "ValenceNano.Display.ButtonEvent")]
    [InlineData("ValenceNano.Device", "ValenceNano.Firmware.UartPort")]
    public void The_checked_assemblies_hold_the_products_code(string assemblyName, string typeName)
    {
        using AssemblyDefinition assembly = Assemblies.Read(assemblyName);

        Assert.NotNull(assembly.MainModule.GetType(typeName));
    }
}
