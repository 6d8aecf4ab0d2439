using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>
/// Finds what the device cannot do in compiled code: types and members that its class library lacks, and what compiles but
/// fails there. Each finding names the method and the member.
/// </summary>
/// <param name="library">What the device has.</param>
/// <param name="ownNamespaces">Namespaces that go onto the device; everything else must be in the library.</param>
internal sealed class SubsetChecker(NanoLibrary library, params string[] ownNamespaces)
{
    // What the compiler adds by itself is left out, or replaced, where the class library has no type for it.
    private static readonly string[] s_compilersAttributes =
        ["System.Runtime.CompilerServices", "System.Diagnostics", "Microsoft.CodeAnalysis"];

    private readonly List<string> _findings = [];

    /// <summary>Checks the types of an assembly that stand in one of the own namespaces.</summary>
    /// <returns>The findings; none if the device can run all of it.</returns>
    public IReadOnlyList<string> Check(AssemblyDefinition assembly)
    {
        foreach (TypeDefinition type in assembly.MainModule.Types.Where(IsOwn))
        {
            CheckType(type);
        }

        return _findings;
    }

    /// <summary>Checks one type, and those inside it.</summary>
    public IReadOnlyList<string> Check(TypeDefinition type)
    {
        CheckType(type);
        return _findings;
    }

    private void CheckType(TypeDefinition type)
    {
        string where = type.FullName;
        AddAll(where, LanguageRules.Check(type));
        CheckAttributes(where, type);
        if (type.BaseType != null)
        {
            Use(where, type.BaseType);
        }

        foreach (InterfaceImplementation implemented in type.Interfaces)
        {
            Use(where, implemented.InterfaceType);
        }

        foreach (FieldDefinition field in type.Fields)
        {
            Use($"{where}.{field.Name}", field.FieldType);
            CheckAttributes($"{where}.{field.Name}", field);
        }

        foreach (MethodDefinition method in type.Methods)
        {
            CheckMethod($"{where}.{method.Name}", method);
        }

        foreach (TypeDefinition nested in type.NestedTypes)
        {
            CheckType(nested);
        }
    }

    private void CheckMethod(string where, MethodDefinition method)
    {
        AddAll(where, LanguageRules.Check(method));
        CheckAttributes(where, method);
        UseSignature(where, method);
        if (!method.HasBody)
        {
            return;
        }

        foreach (VariableDefinition variable in method.Body.Variables)
        {
            Use(where, variable.VariableType);
        }

        foreach (ExceptionHandler handler in method.Body.ExceptionHandlers.Where(handler => handler.CatchType != null))
        {
            Use(where, handler.CatchType);
        }

        foreach (Instruction instruction in method.Body.Instructions)
        {
            UseOperand(where, instruction.Operand);
        }
    }

    private void UseOperand(string where, object? operand)
    {
        switch (operand)
        {
            case MethodReference method:
                UseMethod(where, method);
                break;
            case FieldReference field:
                UseField(where, field);
                break;
            case TypeReference type:
                Use(where, type);
                break;
            case CallSite:
                Add(where, "a function pointer");
                break;
            default:
                break;
        }
    }

    private void UseMethod(string where, MethodReference method)
    {
        if (method is GenericInstanceMethod)
        {
            Add(where, $"the generic method {method.FullName}");
            return;
        }

        if (CompilersHelpers.IsHarmless(method))
        {
            return;
        }

        Use(where, method.DeclaringType);
        UseSignature(where, method);
        RequireMember(where, method.DeclaringType, Signature.OfMethod(method));
    }

    private void UseField(string where, FieldReference field)
    {
        if (CompilersHelpers.IsHarmless(field))
        {
            return;
        }

        Use(where, field.DeclaringType);
        Use(where, field.FieldType);
        bool isStatic = field.Resolve()?.IsStatic ?? false;
        RequireMember(where, field.DeclaringType, Signature.OfField(isStatic, Signature.OfType(field.FieldType), field.Name));
    }

    private void RequireMember(string where, TypeReference type, string signature)
    {
        string typeName = Signature.OfType(type);
        if (!IsOwn(type) && library.TryFind(typeName, out _) && !library.HasMember(typeName, signature))
        {
            Add(where, $"{typeName}: {signature}, which nanoFramework 1.x does not have");
        }
    }

    private void UseSignature(string where, MethodReference method)
    {
        Use(where, method.ReturnType);
        foreach (ParameterDefinition parameter in method.Parameters)
        {
            Use(where, parameter.ParameterType);
        }
    }

    private void Use(string where, TypeReference type)
    {
        switch (type)
        {
            case GenericParameter:
                // The generic type or method itself has been refused.
                break;
            case GenericInstanceType generic:
                Add(where, LanguageRules.NameOf(generic));
                break;
            case PointerType or FunctionPointerType:
                Add(where, $"the pointer {type.FullName}");
                break;
            case ArrayType { Rank: > 1 }:
                Add(where, $"the multi-dimensional array {type.FullName}");
                break;
            case IModifierType modifier:
                Use(where, modifier.ModifierType);
                Use(where, modifier.ElementType);
                break;
            case TypeSpecification specification:
                Use(where, specification.ElementType);
                break;
            default:
                RequireType(where, type);
                break;
        }
    }

    private void RequireType(string where, TypeReference type)
    {
        if (!IsOwn(type) && !library.TryFind(Signature.OfType(type), out _))
        {
            Add(where, $"the type {type.FullName}, which nanoFramework 1.x does not have");
        }
    }

    private void CheckAttributes(string where, ICustomAttributeProvider provider)
    {
        foreach (CustomAttribute attribute in provider.CustomAttributes)
        {
            if (!s_compilersAttributes.Contains(attribute.AttributeType.Namespace))
            {
                UseMethod(where, attribute.Constructor);
            }
        }
    }

    private bool IsOwn(TypeReference type)
    {
        TypeReference outermost = type;
        while (outermost.DeclaringType != null)
        {
            outermost = outermost.DeclaringType;
        }

        return ownNamespaces.Any(name =>
            outermost.Namespace == name || outermost.Namespace.StartsWith(name + ".", StringComparison.Ordinal));
    }

    private void AddAll(string where, IEnumerable<string> what)
    {
        foreach (string finding in what)
        {
            Add(where, finding);
        }
    }

    private void Add(string where, string what)
    {
        string finding = $"{where} uses {what}";
        if (!_findings.Contains(finding))
        {
            _findings.Add(finding);
        }
    }
}
