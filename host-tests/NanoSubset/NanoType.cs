namespace ValenceNano.HostTests.NanoSubset;

/// <summary>A type that nanoFramework has.</summary>
/// <param name="Name">Its full name as the list writes it: "int", "System.Array", "System.Outer.Inner".</param>
/// <param name="Kind">"class", "struct", "interface", "enum" or "delegate".</param>
/// <param name="Bases">Its base class and interfaces.</param>
/// <param name="Members">
/// Signature by signature, as <see cref="Signature"/> writes them: "static int Max(int, int)"; for a constant its value,
/// for a method the default values of its parameters, else nothing.
/// </param>
internal sealed record NanoType(string Name, string Kind, List<string> Bases, Dictionary<string, string> Members);
