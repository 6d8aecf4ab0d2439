namespace ValenceNano.Bench;

/// <summary>Instructions of a method that are only ever executed one after the other.</summary>
/// <param name="Method">The method they stand in, as <c>Type.Method</c>.</param>
/// <param name="Instructions">How many IL instructions there are, prefixes counted as the interpreter does: one each.</param>
/// <param name="Allocations">How many of them allocate on the device: newobj of a class, newarr, box, ldstr.</param>
/// <param name="LibraryCalls">The class-library methods they call, as <c>Type.Method</c>.</param>
public sealed record Block(string Method, int Instructions, int Allocations, IReadOnlyList<string> LibraryCalls);
