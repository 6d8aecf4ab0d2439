namespace ValenceNano.Desktop;

/// <summary>A reading that something goes with.</summary>
/// <param name="Reading">Its name.</param>
/// <param name="Value">The threshold; null if there is none.</param>
/// <param name="Hits">Replies in which it is so.</param>
/// <param name="Misses">Replies in which it is not.</param>
/// <param name="LagReplies">How many replies later the byte shows it.</param>
/// <param name="LogChance">How likely that is by chance, before it is said how many were tried: natural logarithm.</param>
/// <param name="Form">What of the reading it is; empty: the reading itself.</param>
public sealed record Related(string Reading, int? Value, int Hits, int Misses, int LagReplies, double LogChance, string Form = "");
