using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>Goes through compiled code for what breaks <see cref="LanguageRules"/>. Each finding names the place.</summary>
internal static class SubsetChecker
{
    /// <summary>Checks one type, without those inside it.</summary>
    /// <returns>The findings; none if the device can run all of it.</returns>
    public static IEnumerable<string> Check(TypeDefinition type)
    {
        IEnumerable<string> findings = LanguageRules.Check(type)
            .Concat(FindingsAbout(type.Interfaces.Select(implemented => implemented.InterfaceType).Append(type.BaseType)))
            .Concat(FindingsAbout(type.Fields.Select(field => field.FieldType)));
        return findings.Select(finding => $"{type.FullName} uses {finding}").Concat(type.Methods.SelectMany(Check)).Distinct();
    }

    private static IEnumerable<string> Check(MethodDefinition method)
    {
        IEnumerable<TypeReference?> body = method.HasBody
            ? method.Body.Variables.Select(variable => variable.VariableType)
                .Concat(method.Body.Instructions.SelectMany(instruction => TypesNamedBy(instruction.Operand)))
            : [];
        return LanguageRules.Check(method).Concat(FindingsAbout(TypesNamedBy(method).Concat(body)))
            .Select(finding => $"{method.DeclaringType.FullName}.{method.Name} uses {finding}");
    }

    private static IEnumerable<TypeReference?> TypesNamedBy(object? operand) => operand switch
    {
        MethodReference method => method.Parameters.Select(p => p.ParameterType).Append(method.ReturnType).Append(method.DeclaringType),
        FieldReference field => [field.FieldType, field.DeclaringType],
        TypeReference type => [type],
        _ => [],
    };

    private static IEnumerable<string> FindingsAbout(IEnumerable<TypeReference?> types) =>
        types.Where(type => type != null).Select(type => LanguageRules.Check(type!)).OfType<string>();
}
