using Mono.Cecil;
using ValenceNano.Bench;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>The built assemblies, read as data.</summary>
internal static class Assemblies
{
    /// <summary>Where the device's program lies, and what it is compiled against.</summary>
    public static string DeviceFolder => Path.GetDirectoryName(ImageMeter.ProgramPaths[0])!;

    /// <summary>The device's program, compiled against the device's class library: all types of its assemblies.</summary>
    public static IReadOnlyList<TypeDefinition> ReadProgramTypes() => [.. ReadProgram().SelectMany(module => module.GetTypes())];

    /// <summary>Its assemblies.</summary>
    public static IReadOnlyList<ModuleDefinition> ReadProgram() => [.. ImageMeter.ProgramPaths.Select(Read)];

    /// <summary>The device's class library itself.</summary>
    public static ModuleDefinition ReadClassLibrary() => Read(Path.Combine(DeviceFolder, "mscorlib.dll"));

    /// <summary>Our declarations of the device's other libraries.</summary>
    public static ModuleDefinition ReadDeclarations() => Read(Path.Combine(DeviceFolder, "ValenceNano.Nano.Libraries.dll"));

    /// <summary>The stand-ins, with the firmware on the desktop.</summary>
    public static ModuleDefinition ReadStandIns() => Read(Path.Combine(AppContext.BaseDirectory, "ValenceNano.Device.dll"));

    /// <summary>These tests, for the types in them that break a rule.</summary>
    public static ModuleDefinition ReadTests() => Read(typeof(Assemblies).Assembly.Location);

    private static ModuleDefinition Read(string path)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(path));
        return ModuleDefinition.ReadModule(path, new ReaderParameters { AssemblyResolver = resolver });
    }
}
