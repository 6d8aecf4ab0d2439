using Mono.Cecil;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>Names of types, written as the list of nanoFramework's members writes them.</summary>
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
    };

    /// <summary>A type's name: "int", "ref byte[]", "System.Outer.Inner".</summary>
    public static string OfType(TypeReference type) => type switch
    {
        ByReferenceType reference => "ref " + OfType(reference.ElementType),
        ArrayType array => OfType(array.ElementType) + (array.IsVector ? "[]" : "[,]"),
        IModifierType modifier => OfType(modifier.ElementType),
        _ => s_keywords.GetValueOrDefault(type.FullName, type.FullName.Replace('/', '.')),
    };
}
