using System.Text.RegularExpressions;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>Reads the lines of the list: "Type: declaration", "Type.Member: declaration", "Enum.Member = value".</summary>
internal static partial class Declaration
{
    private static readonly string[] s_kinds = ["class", "struct", "interface", "enum", "delegate"];

    private static readonly string[] s_modifiers =
        ["public", "protected", "virtual", "override", "abstract", "sealed", "readonly", "const", "extern", "new"];

    /// <summary>The type that a line declares; null if it declares a member.</summary>
    public static NanoType? ParseType(string line)
    {
        (string name, string declaration) = Split(line);
        string[] words = declaration.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string? kind = words.FirstOrDefault(s_kinds.Contains);
        if (kind == null)
        {
            return null;
        }

        var type = new NanoType(name, kind, ParseBases(kind, declaration), []);
        if (type.Name == "object")
        {
            type.Bases.Clear();
        }

        if (kind == "delegate")
        {
            AddDelegate(type, declaration);
        }

        return type;
    }

    /// <summary>The type whose member a line declares; null if it declares a type.</summary>
    public static string? TypeOfMember(string line)
    {
        (string name, string declaration) = Split(line);
        if (declaration.Split(' ').Any(s_kinds.Contains))
        {
            return null;
        }

        int end = name.IndexOf("..ctor", StringComparison.Ordinal);
        end = end >= 0 ? end : name.IndexOf(".this[", StringComparison.Ordinal);
        end = end >= 0 ? end : name.LastIndexOf('.');
        return name[..end];
    }

    /// <summary>Adds what a line declares: a field, a method, or the accessors of a property or an event.</summary>
    public static void AddMembers(string line, NanoType type)
    {
        (string name, string declaration) = Split(line);
        if (declaration.Length == 0)
        {
            Match value = EnumValue().Match(line);
            type.Members.Add("const " + name[(name.LastIndexOf('.') + 1)..], value.Groups[1].Value);
            return;
        }

        bool isStatic = declaration.Split(' ').Contains("static");
        bool isConstant = declaration.Split(' ').Contains("const");
        string rest = string.Join(' ', declaration.Split(' ').Where(word => !s_modifiers.Contains(word) && word != "static"));
        if (isConstant)
        {
            string[] sides = rest.Split(" = ");
            type.Members.Add("const " + sides[0].Split(' ')[1], sides[1]);
        }
        else if (rest.Contains('{', StringComparison.Ordinal))
        {
            AddProperty(type, isStatic, rest);
        }
        else if (rest.StartsWith("event ", StringComparison.Ordinal))
        {
            string[] words = rest.Split(' ');
            type.Members.Add(Signature.OfMethod(isStatic, "void", "add_" + words[2], [words[1]]), "");
            type.Members.Add(Signature.OfMethod(isStatic, "void", "remove_" + words[2], [words[1]]), "");
        }
        else if (rest.Contains('(', StringComparison.Ordinal))
        {
            AddMethod(type, isStatic, rest);
        }
        else
        {
            string[] words = rest.Split(' ');
            type.Members.Add(Signature.OfField(isStatic, words[0], words[1]), "");
        }
    }

    private static (string Name, string Declaration) Split(string line)
    {
        string text = line.EndsWith("[Obsolete]", StringComparison.Ordinal) ? line[..^"[Obsolete]".Length].TrimEnd() : line;
        int colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon >= 0 ? (text[..colon], text[(colon + 2)..]) : (text.Split(" = ")[0], "");
    }

    private static List<string> ParseBases(string kind, string declaration)
    {
        int colon = declaration.IndexOf(" : ", StringComparison.Ordinal);
        List<string> bases = colon >= 0 && kind != "enum" ? [.. declaration[(colon + 3)..].Split(", ")] : [];
        bases.Add(kind switch
        {
            "struct" => "System.ValueType",
            "enum" => "System.Enum",
            "delegate" => "System.MulticastDelegate",
            _ => "object",
        });
        return bases;
    }

    private static void AddDelegate(NanoType type, string declaration)
    {
        string rest = declaration[(declaration.IndexOf("delegate ", StringComparison.Ordinal) + "delegate ".Length)..];
        string returnType = rest.Split(' ')[0];
        type.Members.Add(Signature.OfMethod(false, "void", ".ctor", ["object", "System.IntPtr"]), "");
        type.Members.Add(Signature.OfMethod(false, returnType, "Invoke", ParameterTypes(rest)), "");
    }

    private static void AddMethod(NanoType type, bool isStatic, string rest)
    {
        string[] head = rest[..rest.IndexOf('(', StringComparison.Ordinal)].Split(' ');
        IEnumerable<string> withDefault = Parameters(rest).Where(parameter => parameter.Contains(" = ", StringComparison.Ordinal));
        string defaults = string.Join(", ", withDefault.Select(parameter => parameter.Split(" = ")[1]));
        string signature = head.Length == 1
            ? Signature.OfMethod(false, "void", ".ctor", ParameterTypes(rest))
            : Signature.OfMethod(isStatic, head[0], head[1], ParameterTypes(rest));
        type.Members.Add(signature, defaults);
    }

    private static void AddProperty(NanoType type, bool isStatic, string rest)
    {
        string valueType = rest.Split(' ')[0];
        string name = rest.Split(' ')[1];
        string[] index = [];
        if (name.StartsWith("this[", StringComparison.Ordinal))
        {
            index = [name["this[".Length..]];
            name = type.Name == "string" ? "Chars" : "Item";
        }

        if (rest.Contains("get;", StringComparison.Ordinal))
        {
            type.Members.Add(Signature.OfMethod(isStatic, valueType, "get_" + name, index), "");
        }

        if (rest.Contains("set;", StringComparison.Ordinal))
        {
            type.Members.Add(Signature.OfMethod(isStatic, "void", "set_" + name, [.. index, valueType]), "");
        }
    }

    private static string[] Parameters(string method)
    {
        string list = method[(method.IndexOf('(', StringComparison.Ordinal) + 1)..method.LastIndexOf(')')];
        return list.Split(", ", StringSplitOptions.RemoveEmptyEntries);
    }

    private static IEnumerable<string> ParameterTypes(string method) => Parameters(method).Select(ParameterType);

    private static string ParameterType(string parameter)
    {
        string[] words = parameter.Split(' ');
        return words[0] switch
        {
            "ref" or "out" or "in" => "ref " + words[1],
            "params" => words[1],
            _ => words[0],
        };
    }

    [GeneratedRegex(" = (-?[0-9]+)$")]
    private static partial Regex EnumValue();
}
