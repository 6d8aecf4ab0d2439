using Mono.Cecil;
using ValenceNano.Bench;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>The device's program, compiled against the device's class library, can be run by the device.</summary>
public sealed class NanoSubsetTests
{
    public static TheoryData<string> ProgramNames => [.. ImageMeter.ProgramPaths.Select(path => Path.GetFileName(path))];

    [Fact]
    public void Program_keeps_to_what_the_device_can_do()
    {
        string findings = string.Join('\n', Assemblies.ReadProgramTypes().SelectMany(SubsetChecker.Check));

        Assert.True(findings.Length == 0, findings);
    }

    [Theory]
    [InlineData("ValenceNano.Protocol.BusMaster")]
    [InlineData("ValenceNano.Model.AlarmList")]
    [InlineData("ValenceNano.Display.ButtonEvent")]
    [InlineData("ValenceNano.Firmware.UartPort")]
    public void Program_holds_the_products_code(string typeName)
    {
        Assert.Contains(Assemblies.ReadProgramTypes(), type => type.FullName == typeName);
    }

    [Fact]
    public void Program_is_compiled_against_the_devices_class_library()
    {
        IEnumerable<string> used = Assemblies.ReadProgram().SelectMany(module => module.AssemblyReferences).Select(name => name.Name).Distinct();
        IEnumerable<string> own = ImageMeter.ProgramPaths.Select(Path.GetFileNameWithoutExtension)!;

        Assert.Equal(["ValenceNano.Nano.Libraries", "mscorlib"], used.Except(own).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ProgramNames))]
    public void Assembly_fits_into_the_devices_format(string name)
    {
        ImageSize size = ImageMeter.Measure(Path.Combine(Assemblies.DeviceFolder, name));

        Assert.InRange(size.IlBytes, 0, ImageSize.Limit);
        Assert.InRange(size.DataBytes, 1, ImageSize.Limit);
        Assert.InRange(size.StringBytes, 1, ImageSize.Limit);
    }
}
