using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>
/// What runs before Main. The device initialises its types in alphabetical order and not on first use, so that a static
/// of another type may not have its value yet.
/// </summary>
internal static class StaticInitialisers
{
    /// <summary>Statics of other types of the product that a type's static initialiser reads, itself or through what it calls.</summary>
    public static IEnumerable<FieldReference> ForeignStaticsReadBy(TypeDefinition type)
    {
        MethodDefinition? initialiser = type.Methods.FirstOrDefault(method => method.IsConstructor && method.IsStatic);
        if (initialiser == null)
        {
            return [];
        }

        List<FieldReference> found = [];
        Follow(initialiser, type, [], found);
        return found.DistinctBy(field => field.FullName);
    }

    private static void Follow(MethodDefinition method, TypeDefinition type, HashSet<MethodDefinition> seen, List<FieldReference> found)
    {
        if (!method.HasBody || !seen.Add(method))
        {
            return;
        }

        foreach (Instruction instruction in method.Body.Instructions)
        {
            if (instruction.Operand is MethodReference called && called.Resolve() is { } next && IsOfProduct(next.DeclaringType, type))
            {
                Follow(next, type, seen, found);
            }
            else if (IsStaticRead(instruction, out FieldReference? field) && field.DeclaringType.FullName != type.FullName
                && field.Resolve() is { } definition && IsOfProduct(definition.DeclaringType, type))
            {
                found.Add(field);
            }
        }
    }

    private static bool IsStaticRead(Instruction instruction, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out FieldReference? field)
    {
        bool isRead = instruction.OpCode == OpCodes.Ldsfld || instruction.OpCode == OpCodes.Ldsflda;
        field = isRead ? (FieldReference)instruction.Operand : null;
        return isRead;
    }

    // All of the product is one assembly on the device.
    private static bool IsOfProduct(TypeDefinition other, TypeDefinition type) => other.Module == type.Module;
}
