using System.Reflection;
using Mono.Cecil;

namespace ValenceNano.Bench;

/// <summary>Counts what stands in an assembly that goes onto the device.</summary>
public static class ImageMeter
{
    /// <summary>The program's assemblies, as every build compiles them against the device's class library.</summary>
    public static IReadOnlyList<string> ProgramPaths { get; } =
    [
        .. new[] { "ValenceNano.Product.dll", "ValenceNano.exe" }
            .Select(name => Path.Combine(AppContext.BaseDirectory, "nano", name)),
    ];

    /// <summary>Counts the whole program.</summary>
    public static ImageSize MeasureProgram() => ProgramPaths.Select(Measure).Aggregate((sum, size) => sum with
    {
        Types = sum.Types + size.Types,
        Methods = sum.Methods + size.Methods,
        Fields = sum.Fields + size.Fields,
        IlBytes = sum.IlBytes + size.IlBytes,
        StaticBytes = sum.StaticBytes + size.StaticBytes,
        DataBytes = sum.DataBytes + size.DataBytes,
        StringBytes = sum.StringBytes + size.StringBytes,
    });

    /// <summary>Counts an assembly.</summary>
    /// <param name="path">The compiler's output, not yet in the device's format. Its types with statics must be in this program too.</param>
    public static ImageSize Measure(string path)
    {
        using var module = ModuleDefinition.ReadModule(path);
        List<TypeDefinition> types = [.. module.GetTypes().Where(type => type.Name != "<Module>")];
        List<MethodDefinition> methods = [.. types.SelectMany(type => type.Methods)];
        List<FieldDefinition> data = [.. types.SelectMany(type => type.Fields).Where(field => field.InitialValue.Length > 0)];
        List<FieldDefinition> fields = [.. types.SelectMany(type => type.Fields).Where(field => !field.IsLiteral).Except(data)];
        return new ImageSize(
            "image",
            types.Count,
            methods.Count,
            fields.Count,
            methods.Where(method => method.HasBody).Sum(method => method.Body.CodeSize),
            StaticMemory.BytesOf(fields.Where(field => field.IsStatic).Select(field => field.DeclaringType.FullName).Distinct().Select(FindOnDesktop)),
            data.Sum(field => field.InitialValue.Length) + Heaps.SignatureBytes(path),
            Heaps.StringBytes(path));
    }

    // The same source is compiled for the desktop, in more than one assembly.
    private static Type FindOnDesktop(string name) =>
        Directory.GetFiles(AppContext.BaseDirectory, "ValenceNano.*.dll")
            .Select(file => Assembly.Load(Path.GetFileNameWithoutExtension(file)).GetType(name.Replace('/', '+')))
            .FirstOrDefault(type => type != null)
        ?? throw new InvalidOperationException($"{name} is not in the desktop's assemblies");
}
