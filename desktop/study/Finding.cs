namespace ValenceNano.Desktop;

/// <summary>Something that an unknown byte does, and that is not by chance.</summary>
/// <param name="Battery">Whose.</param>
/// <param name="Item">Which byte, bit or pair of bytes.</param>
/// <param name="Op">What it does.</param>
/// <param name="Changes">How often it changed, which is the number of trials behind it.</param>
/// <param name="LogChance">How likely it is by chance, before it is said how many were tried: natural logarithm.</param>
/// <param name="Related">The readings that it goes with, the best first; none for a counter.</param>
public sealed record Finding(StudyBattery Battery, StudyItem Item, StudyOp Op, int Changes, double LogChance, IReadOnlyList<Related> Related);
