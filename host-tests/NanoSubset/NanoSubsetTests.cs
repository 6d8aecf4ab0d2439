using Mono.Cecil;
using ValenceNano.Bench;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>The device's program, compiled against the device's class library, can be run by the device.</summary>
public sealed class NanoSubsetTests
{
    [Fact]
    public void Program_keeps_to_what_the_device_can_do()
    {
        using ModuleDefinition program = Assemblies.ReadProgram();

        string findings = string.Join('\n', program.GetTypes().SelectMany(SubsetChecker.Check));

        Assert.True(findings.Length == 0, findings);
    }

    [Theory]
    [InlineData("ValenceNano.Protocol.BusMaster")]
    [InlineData("ValenceNano.Model.AlarmList")]
    [InlineData("ValenceNano.Display.ButtonEvent")]
    [InlineData("ValenceNano.Firmware.UartPort")]
    public void Program_holds_the_products_code(string typeName)
    {
        using ModuleDefinition program = Assemblies.ReadProgram();

        Assert.NotNull(program.GetType(typeName));
    }

    [Fact]
    public void Program_is_compiled_against_the_devices_class_library()
    {
        using ModuleDefinition program = Assemblies.ReadProgram();

        Assert.Equal(["ValenceNano.Nano.Libraries", "mscorlib"], program.AssemblyReferences.Select(name => name.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Program_fits_into_the_devices_format()
    {
        ImageSize size = ImageMeter.Measure(ImageMeter.ProgramPath);

        Assert.InRange(size.DataBytes, 1, ImageSize.Limit);
        Assert.InRange(size.StringBytes, 1, ImageSize.Limit);
    }
}
