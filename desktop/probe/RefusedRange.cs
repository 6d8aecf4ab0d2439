namespace ValenceNano.Desktop;

/// <summary>Registers that a battery refuses to be read.</summary>
/// <param name="Function">By which function.</param>
/// <param name="From">The first one.</param>
/// <param name="To">The last one.</param>
/// <param name="Code">Why: 1 function, 2 register, 3 count, 4 device.</param>
public sealed record RefusedRange(int Function, int From, int To, int Code);
