using Mono.Cecil;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>
/// What stands for the device's libraries is what they are: the declarations of nano/libraries, which the device's program is compiled
/// against, and the stand-ins, which it runs on here.
/// </summary>
public sealed class LibraryTests
{
    [Fact]
    public void Declarations_are_those_of_the_libraries()
    {
        using ModuleDefinition declarations = Assemblies.ReadDeclarations();

        IEnumerable<string> declared = declarations.GetTypes().Where(IsOfLibrary).SelectMany(Declaration.LinesOf);

        AssertNone(declared.Except(MemberList()));
    }

    [Fact]
    public void Declarations_are_of_what_the_program_uses_and_of_nothing_else()
    {
        using ModuleDefinition declarations = Assemblies.ReadDeclarations();
        HashSet<string> used = [.. Assemblies.ReadProgram().SelectMany(module => module.GetMemberReferences()).Select(member => member.FullName)];

        IEnumerable<string> unused = declarations.GetTypes().Where(IsOfLibrary).SelectMany(type => type.Methods)
            .Where(method => method.IsPublic && !ComesWithSomethingElse(method, used)).Select(method => method.FullName);

        AssertNone(unused.Except(used));
    }

    [Fact]
    public void Stand_ins_are_those_of_the_libraries()
    {
        using ModuleDefinition standIns = Assemblies.ReadStandIns();
        using ModuleDefinition classLibrary = Assemblies.ReadClassLibrary();
        IEnumerable<string> device = MemberList().Concat(classLibrary.GetTypes().Where(type => type.IsPublic).SelectMany(Declaration.LinesOf));

        IEnumerable<string> standing = standIns.GetTypes().Where(IsOfLibrary).SelectMany(Declaration.LinesOf);

        AssertNone(standing.Select(WithoutBases).Except(device.Select(WithoutBases)));
    }

    [Fact]
    public void Stand_ins_cannot_be_seen_from_other_programs()
    {
        using ModuleDefinition standIns = Assemblies.ReadStandIns();

        Assert.DoesNotContain(standIns.Types, type => IsOfLibrary(type) && type.IsPublic);
        Assert.Contains(standIns.Types, IsOfLibrary);
    }

    private static void AssertNone(IEnumerable<string> lines) => Assert.True(!lines.Any(), string.Join('\n', lines));

    // A stand-in need not implement what the firmware does not use.
    private static string WithoutBases(string line) => line.Split(" : ")[0];

    private static bool IsOfLibrary(TypeDefinition type)
    {
        string name = type.DeclaringType?.Namespace ?? type.Namespace;
        bool isCompilers = type.CustomAttributes.Any(a => a.AttributeType.Name is "CompilerGeneratedAttribute" or "EmbeddedAttribute");
        return name.Length > 0 && !name.StartsWith("ValenceNano.", StringComparison.Ordinal) && !isCompilers;
    }

    // What overrides or implements something is called by the name of that; a class has a constructor, and != is there where == is.
    private static bool ComesWithSomethingElse(MethodDefinition method, HashSet<string> used) =>
        method.IsVirtual || method.Name == "op_Inequality" || (method.IsConstructor && !method.HasParameters)
        || method.DeclaringType.BaseType?.FullName == "System.MulticastDelegate" || IsAccessorOfUsed(method, used);

    // One accessor brings the other with it.
    private static bool IsAccessorOfUsed(MethodDefinition method, HashSet<string> used)
    {
        PropertyDefinition? property = method.DeclaringType.Properties.FirstOrDefault(p => p.GetMethod == method || p.SetMethod == method);
        EventDefinition? @event = method.DeclaringType.Events.FirstOrDefault(e => e.AddMethod == method || e.RemoveMethod == method);
        return new[] { property?.GetMethod, property?.SetMethod, @event?.AddMethod, @event?.RemoveMethod }
            .Any(accessor => accessor != null && used.Contains(accessor.FullName));
    }

    private static HashSet<string> MemberList()
    {
        using Stream stream = typeof(LibraryTests).Assembly.GetManifestResourceStream("nanoframework-1.x-members.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length > 0 && line[0] != '#')];
    }
}
