using System.Globalization;
using Mono.Cecil;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>
/// Types and members of an assembly as the list writes them: "Type: declaration", "Type.Member: declaration", "Enum.Member = value". Visible
/// outside are those that are public or protected; a stand-in's type is taken as public.
/// </summary>
internal static class Declaration
{
    /// <summary>The line of a type, then those of its visible members, without the types inside it.</summary>
    public static IEnumerable<string> LinesOf(TypeDefinition type)
    {
        string name = Signature.OfType(type);
        yield return $"{name}: public {OfType(type)}";
        if (type.BaseType?.FullName == "System.MulticastDelegate")
        {
            yield break;
        }

        foreach (FieldDefinition field in type.Fields.Where(field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName))
        {
            yield return type.IsEnum ? $"{name}.{field.Name} = {ValueOf(field.Constant)}" : $"{name}.{field.Name}: {OfField(field)}";
        }

        foreach (PropertyDefinition property in type.Properties.Where(property => Accessors(property).Any()))
        {
            string key = property.HasParameters ? $"this[{ParametersOf(property.Parameters)}]" : property.Name;
            yield return $"{name}.{key}: {OfProperty(property, key)}";
        }

        foreach (EventDefinition @event in type.Events.Where(@event => IsVisible(@event.AddMethod)))
        {
            string modifiers = ModifiersOf(@event.AddMethod);
            yield return $"{name}.{@event.Name}: {modifiers}event {Signature.OfType(@event.EventType)} {@event.Name}";
        }

        foreach (MethodDefinition method in type.Methods.Where(method => IsVisible(method) && !IsAccessor(method)))
        {
            yield return $"{name}.{(method.IsConstructor ? ".ctor" : method.Name)}: {OfMethod(method)}";
        }
    }

    private static string OfType(TypeDefinition type)
    {
        if (type.IsEnum)
        {
            return $"enum {type.Name} : {Signature.OfType(type.Fields.First(field => field.IsSpecialName).FieldType)}";
        }

        if (type.BaseType?.FullName == "System.MulticastDelegate")
        {
            MethodDefinition invoke = type.Methods.First(method => method.Name == "Invoke");
            return $"delegate {Signature.OfType(invoke.ReturnType)} {type.Name}({ParametersOf(invoke.Parameters)})";
        }

        string kind = type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";
        string modifiers = kind != "class" ? ""
            : type.IsAbstract && type.IsSealed ? "static "
            : type.IsAbstract ? "abstract "
            : type.IsSealed ? "sealed " : "";
        string[] bases = [.. BasesOf(type).Select(Signature.OfType)];
        return $"{modifiers}{kind} {type.Name}{(bases.Length > 0 ? " : " : "")}{string.Join(", ", bases)}";
    }

    private static IEnumerable<TypeReference> BasesOf(TypeDefinition type)
    {
        bool isPlain = type.BaseType?.FullName is null or "System.Object" or "System.ValueType";
        IEnumerable<TypeReference> interfaces = type.Interfaces.Select(implemented => implemented.InterfaceType);
        return isPlain ? interfaces : interfaces.Prepend(type.BaseType!);
    }

    private static string OfField(FieldDefinition field)
    {
        string modifiers = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        string value = field.IsLiteral ? " = " + ValueOf(field.Constant) : "";
        return $"{(field.IsPublic ? "public" : "protected")} {modifiers}{Signature.OfType(field.FieldType)} {field.Name}{value}";
    }

    private static string OfProperty(PropertyDefinition property, string key)
    {
        MethodDefinition[] accessors = [.. Accessors(property)];
        string list = string.Concat(accessors.Select(accessor => accessor.IsGetter ? "get; " : "set; "));
        return $"{ModifiersOf(accessors[0])}{Signature.OfType(property.PropertyType)} {key} {{ {list}}}";
    }

    private static IEnumerable<MethodDefinition> Accessors(PropertyDefinition property) =>
        new[] { property.GetMethod, property.SetMethod }.Where(accessor => accessor != null && IsVisible(accessor));

    private static string OfMethod(MethodDefinition method) => method.IsConstructor
        ? $"{ModifiersOf(method)}{method.DeclaringType.Name}({ParametersOf(method.Parameters)})"
        : $"{ModifiersOf(method)}{Signature.OfType(method.ReturnType)} {method.Name}({ParametersOf(method.Parameters)})";

    private static string ModifiersOf(MethodDefinition method)
    {
        string dispatch = method switch
        {
            { DeclaringType.IsInterface: true } => "",
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsVirtual: true, IsNewSlot: false } => "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };
        string access = method.DeclaringType.IsInterface ? "" : method.IsPublic ? "public " : "protected ";
        return access + dispatch;
    }

    private static string ParametersOf(IEnumerable<ParameterDefinition> parameters) => string.Join(", ", parameters.Select(parameter =>
    {
        string type = Signature.OfType(parameter.ParameterType);
        type = parameter.IsOut ? type.Replace("ref ", "out ", StringComparison.Ordinal) : type;
        return $"{type} {parameter.Name}{(parameter.HasDefault ? " = " + ValueOf(parameter.Constant) : "")}";
    }));

    private static bool IsVisible(MethodDefinition method) => method.IsPublic || method.IsFamily;

    private static bool IsAccessor(MethodDefinition method) => method.IsGetter || method.IsSetter || method.IsAddOn || method.IsRemoveOn;

    private static string ValueOf(object? constant) => constant switch
    {
        null => "null",
        bool value => value ? "true" : "false",
        _ => Convert.ToString(constant, CultureInfo.InvariantCulture)!,
    };
}
