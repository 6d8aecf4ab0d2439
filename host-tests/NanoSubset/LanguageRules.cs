using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>What the device's runtime cannot do though the compiler accepts it, or names for what it would call otherwise.</summary>
internal static class LanguageRules
{
    /// <summary>The device's runtime numbers locals with one byte, and keeps the last number for itself.</summary>
    public const int MaxLocals = 255;

    private const string CompilerServices = "System.Runtime.CompilerServices.";

    /// <summary>Findings about a type as such, without its members' bodies.</summary>
    public static IEnumerable<string> Check(TypeDefinition type)
    {
        if (type.HasGenericParameters)
        {
            yield return "an own generic type";
        }

        if (type.IsExplicitLayout)
        {
            yield return "an explicit layout";
        }

        if (type.Methods.Any(method => method.Name == "PrintMembers"))
        {
            yield return "a record";
        }

        if (type.IsInterface && type.Methods.Any(method => method.HasBody))
        {
            yield return "a default interface method";
        }

        foreach (FieldReference field in StaticInitialisers.ForeignStaticsReadBy(type))
        {
            yield return $"{field.DeclaringType.FullName}.{field.Name}, another type's static, while its own are initialised";
        }
    }

    /// <summary>Findings about a method as such.</summary>
    public static IEnumerable<string> Check(MethodDefinition method)
    {
        if (method.HasGenericParameters)
        {
            yield return "an own generic method";
        }

        if (Has(method, "IteratorStateMachineAttribute"))
        {
            yield return "an iterator";
        }

        if (Has(method, "AsyncStateMachineAttribute"))
        {
            yield return "async";
        }

        if (method.AggressiveInlining)
        {
            yield return "AggressiveInlining";
        }

        if (method.HasBody && method.Body.Variables.Count > MaxLocals)
        {
            yield return $"{method.Body.Variables.Count} locals, more than {MaxLocals}";
        }

        if (method.HasBody && method.Body.Instructions.Any(instruction => instruction.OpCode == OpCodes.Localloc))
        {
            yield return "stackalloc";
        }
    }

    /// <summary>What a generic type of the class library is called in C#.</summary>
    public static string NameOf(GenericInstanceType type)
    {
        string name = type.ElementType.FullName;
        return name switch
        {
            "System.Nullable`1" => $"the nullable value type {type.GenericArguments[0].FullName}?",
            "System.Span`1" or "System.ReadOnlySpan`1" => $"Span, as {type.FullName}",
            _ when name.StartsWith("System.ValueTuple`", StringComparison.Ordinal) => $"the tuple {type.FullName}",
            _ => $"the generic type {type.FullName}",
        };
    }

    private static bool Has(MethodDefinition method, string attribute) =>
        method.CustomAttributes.Any(a => a.AttributeType.FullName == CompilerServices + attribute);
}
