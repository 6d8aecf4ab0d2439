using System.Diagnostics.CodeAnalysis;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>The class library of nanoFramework 1.x, from the list that lies beside this file.</summary>
internal sealed class NanoLibrary
{
    private readonly Dictionary<string, NanoType> _types = [];

    /// <summary>Reads a list: a type or a member a line, comments with #.</summary>
    public NanoLibrary(IEnumerable<string> lines)
    {
        List<string> declarations = lines.Where(line => line.Length > 0 && line[0] != '#').ToList();
        foreach (string line in declarations)
        {
            NanoType? type = Declaration.ParseType(line);
            if (type != null)
            {
                _types.Add(type.Name, type);
            }
        }

        foreach (string line in declarations)
        {
            if (Declaration.TypeOfMember(line) is { } typeName)
            {
                Declaration.AddMembers(line, _types[typeName]);
            }
        }
    }

    /// <summary>The list of the project.</summary>
    public static NanoLibrary OfDevice { get; } = new(ReadList());

    /// <summary>How many types there are.</summary>
    public int Count => _types.Count;

    /// <summary>Finds a type by its full name.</summary>
    public bool TryFind(string typeName, [NotNullWhen(true)] out NanoType? type) => _types.TryGetValue(typeName, out type);

    /// <summary>Tells whether a type, or one it is derived from, has a member.</summary>
    public bool HasMember(string typeName, string signature)
    {
        if (!_types.TryGetValue(typeName, out NanoType? type))
        {
            return false;
        }

        return type.Members.ContainsKey(signature) || type.Bases.Any(name => HasMember(name, signature));
    }

    private static string[] ReadList()
    {
        using Stream stream = typeof(NanoLibrary).Assembly.GetManifestResourceStream("nanoframework-1.x-members.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
    }
}
