using Mono.Cecil;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>The built assemblies, read as data.</summary>
internal static class Assemblies
{
    private static readonly ReaderParameters s_parameters = new() { AssemblyResolver = Resolver() };

    /// <summary>Reads an assembly that lies beside the tests.</summary>
    public static AssemblyDefinition Read(string name) =>
        AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, name + ".dll"), s_parameters);

    private static DefaultAssemblyResolver Resolver()
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        return resolver;
    }
}
