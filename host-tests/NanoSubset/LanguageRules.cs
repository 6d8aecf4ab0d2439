using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>What the compiler accepts and the device's runtime cannot do.</summary>
internal static class LanguageRules
{
    /// <summary>The device's runtime numbers locals with one byte, and keeps the last number for itself.</summary>
    public const int MaxLocals = 255;

    /// <summary>Findings about a type as such, without its members.</summary>
    public static IEnumerable<string> Check(TypeDefinition type)
    {
        if (type.HasGenericParameters)
        {
            yield return "an own generic type";
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

        if (!method.HasBody)
        {
            yield break;
        }

        if (method.Body.Variables.Count > MaxLocals)
        {
            yield return $"{method.Body.Variables.Count} locals, more than {MaxLocals}";
        }

        if (method.Body.Instructions.Any(IsCheckedArithmetic))
        {
            yield return "checked arithmetic, which does not throw there";
        }

        foreach (GenericInstanceMethod called in method.Body.Instructions.Select(instruction => instruction.Operand).OfType<GenericInstanceMethod>())
        {
            yield return $"the generic method {called.FullName}";
        }
    }

    /// <summary>The finding about a type that is named somewhere; null if the device can do with it.</summary>
    public static string? Check(TypeReference type) => type switch
    {
        GenericInstanceType => $"the generic type {type.FullName}",
        ArrayType { Rank: > 1 } => $"the multi-dimensional array {type.FullName}",
        PointerType or FunctionPointerType => $"the pointer {type.FullName}",
        TypeSpecification specification => Check(specification.ElementType),
        _ => null,
    };

    private static bool IsCheckedArithmetic(Instruction instruction) => instruction.OpCode.Code is Code.Add_Ovf or Code.Add_Ovf_Un
        or Code.Sub_Ovf or Code.Sub_Ovf_Un or Code.Mul_Ovf or Code.Mul_Ovf_Un;
}
