using Mono.Cecil;
using Mono.Cecil.Cil;
using ValenceNano.HostTests.Display;
using ValenceNano.HostTests.NanoSubset;

namespace ValenceNano.HostTests.Architecture;

/// <summary>Which folder of the shared code uses which: the folders of the types that the compiled code names.</summary>
internal sealed class Rooms
{
    private readonly Dictionary<string, string> _folders = [];
    private readonly Dictionary<string, SortedSet<string>> _uses = [];

    /// <summary>Reads the device's program, which is all of these projects; a type stands in the file of its name.</summary>
    public Rooms(IEnumerable<string> projects)
    {
        foreach (string project in projects)
        {
            FindFolders(project);
        }

        foreach (TypeDefinition type in Assemblies.ReadProgram().SelectMany(module => module.Types))
        {
            ReadType(type, FolderOf(type));
        }
    }

    /// <summary>The folders.</summary>
    public IEnumerable<string> All => _folders.Values.Distinct();

    /// <summary>The folders that one uses.</summary>
    public IEnumerable<string> UsedBy(string folder) => _uses.GetValueOrDefault(folder, []);

    /// <summary>The folders on a way that comes back to where it began; empty if there is none.</summary>
    public IReadOnlyList<string> FindCycle() =>
        All.Select(start => Way(start, start, [])).FirstOrDefault(way => way.Count > 0) ?? [];

    private List<string> Way(string from, string to, HashSet<string> seen)
    {
        foreach (string next in UsedBy(from))
        {
            if (next == to)
            {
                return [from, to];
            }

            if (seen.Add(next) && Way(next, to, seen) is { Count: > 0 } rest)
            {
                return [from, .. rest];
            }
        }

        return [];
    }

    private void FindFolders(string project)
    {
        string root = Path.Combine(Sources.Root(), project);
        foreach (string file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            string folder = Path.GetRelativePath(Sources.Root(), Path.GetDirectoryName(file)!).Replace('\\', '/');
            if (!folder.Contains("/obj", StringComparison.Ordinal))
            {
                _folders[Path.GetFileName(file).Split('.')[0]] = folder;
            }
        }
    }

    private string? FolderOf(TypeReference type)
    {
        while (type.DeclaringType != null)
        {
            type = type.DeclaringType;
        }

        type = type.GetElementType();
        return type.Namespace.StartsWith("ValenceNano.", StringComparison.Ordinal) ? _folders.GetValueOrDefault(type.Name) : null;
    }

    private void ReadType(TypeDefinition type, string? folder)
    {
        Use(folder, type.BaseType);
        foreach (InterfaceImplementation implemented in type.Interfaces)
        {
            Use(folder, implemented.InterfaceType);
        }

        foreach (FieldDefinition field in type.Fields)
        {
            Use(folder, field.FieldType);
        }

        foreach (MethodDefinition method in type.Methods)
        {
            ReadMethod(method, folder);
        }

        foreach (TypeDefinition nested in type.NestedTypes)
        {
            ReadType(nested, folder);
        }
    }

    private void ReadMethod(MethodDefinition method, string? folder)
    {
        Use(folder, method.ReturnType);
        foreach (ParameterDefinition parameter in method.Parameters)
        {
            Use(folder, parameter.ParameterType);
        }

        foreach (Instruction instruction in method.HasBody ? method.Body.Instructions.ToArray() : [])
        {
            Use(folder, instruction.Operand switch
            {
                MemberReference { DeclaringType: not null } member => member.DeclaringType,
                TypeReference used => used,
                _ => null,
            });
        }
    }

    private void Use(string? folder, TypeReference? used)
    {
        string? other = used == null ? null : FolderOf(used);
        if (folder != null && other != null && other != folder)
        {
            if (!_uses.TryGetValue(folder, out SortedSet<string>? uses))
            {
                _uses.Add(folder, uses = []);
            }

            uses.Add(other);
        }
    }
}
