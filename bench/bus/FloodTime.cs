namespace ValenceNano.Bench;

/// <summary>Polls while clients of the page ask without pause.</summary>
/// <param name="Clients">How many ask.</param>
/// <param name="FewestPolls">Of the battery that was polled least.</param>
/// <param name="WorstGapMs">The longest time from one poll of a battery to its next, ms.</param>
/// <param name="Live">How many batteries were live all the time.</param>
/// <param name="Answers">How many the clients had.</param>
public sealed record FloodTime(int Clients, long FewestPolls, long WorstGapMs, long Live, long Answers);
