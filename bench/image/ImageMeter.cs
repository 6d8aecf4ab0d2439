using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ValenceNano.Bench;

/// <summary>Counts what stands in an assembly that goes onto the device.</summary>
public static class ImageMeter
{
    // Measured on the device's runtime: a static field, an array without its elements, and what an object's size is rounded up to.
    private const int StaticFieldBytes = 14;
    private const int ArrayBytes = 20;
    private const int BlockBytes = 12;

    /// <summary>The program, as every build compiles it against the device's class library.</summary>
    public static string ProgramPath => Path.Combine(AppContext.BaseDirectory, "nano", "ValenceNano.exe");

    /// <summary>Counts an assembly.</summary>
    /// <param name="path">The compiler's output, not yet in the device's format.</param>
    public static ImageSize Measure(string path)
    {
        using var module = ModuleDefinition.ReadModule(path);
        List<TypeDefinition> types = [.. module.GetTypes().Where(type => type.Name != "<Module>")];
        List<MethodDefinition> methods = [.. types.SelectMany(type => type.Methods)];
        List<FieldDefinition> fields = [.. types.SelectMany(type => type.Fields).Where(field => !field.IsLiteral && !IsData(field))];
        return new ImageSize(
            "image",
            types.Count,
            methods.Count,
            fields.Count,
            methods.Where(method => method.HasBody).Sum(method => method.Body.CodeSize),
            StaticFieldBytes * fields.Count(field => field.IsStatic) + methods.Sum(TableBytes),
            types.SelectMany(type => type.Fields).Sum(field => field.InitialValue.Length) + Heaps.SignatureBytes(path),
            Heaps.StringBytes(path));
    }

    // The contents of an array's initialiser, which the compiler keeps as a field.
    private static bool IsData(FieldDefinition field) => field.InitialValue.Length > 0;

    private static int TableBytes(MethodDefinition method) => method.IsConstructor && method.IsStatic
        ? method.Body.Instructions.Select(i => i.Operand).OfType<FieldDefinition>().Where(IsData).Sum(ArraySize)
        : 0;

    private static int ArraySize(FieldDefinition data) =>
        (ArrayBytes + data.InitialValue.Length + BlockBytes - 1) / BlockBytes * BlockBytes;
}
