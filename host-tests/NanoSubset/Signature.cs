using Mono.Cecil;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>Names of types and members of an assembly, written as the list of nanoFramework's members writes them.</summary>
internal static class Signature
{
    private static readonly Dictionary<string, string> s_keywords = new()
    {
        ["System.Boolean"] = "bool",
        ["System.Byte"] = "byte",
        ["System.Char"] = "char",
        ["System.Double"] = "double",
        ["System.Int16"] = "short",
        ["System.Int32"] = "int",
        ["System.Int64"] = "long",
        ["System.Object"] = "object",
        ["System.SByte"] = "sbyte",
        ["System.Single"] = "float",
        ["System.String"] = "string",
        ["System.UInt16"] = "ushort",
        ["System.UInt32"] = "uint",
        ["System.UInt64"] = "ulong",
        ["System.Void"] = "void",
        // What the firmware has for it on a desktop.
        ["ValenceNano.Simulation.DeviceThread"] = "System.Threading.Thread",
    };

    /// <summary>A type's name: "int", "ref byte[]", "System.Outer.Inner".</summary>
    public static string OfType(TypeReference type) => type switch
    {
        ByReferenceType reference => "ref " + OfType(reference.ElementType),
        ArrayType array => OfType(array.ElementType) + (array.IsVector ? "[]" : "[,]"),
        IModifierType modifier => OfType(modifier.ElementType),
        _ => s_keywords.GetValueOrDefault(type.FullName, type.FullName.Replace('/', '.')),
    };

    /// <summary>A method: "static int Max(int, int)". A constructor is a void method named ".ctor".</summary>
    public static string OfMethod(MethodReference method) => OfMethod(
        !method.HasThis, OfType(method.ReturnType), method.Name, method.Parameters.Select(p => OfType(p.ParameterType)));

    /// <summary>A method by its parts.</summary>
    public static string OfMethod(bool isStatic, string returnType, string name, IEnumerable<string> parameterTypes) =>
        $"{(isStatic ? "static " : "")}{returnType} {name}({string.Join(", ", parameterTypes)})";

    /// <summary>A field by its parts: "static string Empty".</summary>
    public static string OfField(bool isStatic, string type, string name) => $"{(isStatic ? "static " : "")}{type} {name}";
}
