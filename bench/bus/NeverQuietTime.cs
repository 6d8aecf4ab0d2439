namespace ValenceNano.Bench;

/// <summary>What random bytes at the full speed of the bus did to the device.</summary>
/// <param name="WorstPanelGapMs">The longest time in which nothing was sent to the panel, ms.</param>
/// <param name="LiveMs">How long a battery was live with values from before, ms.</param>
/// <param name="WellMs">From their end until every battery was live with values from after it, ms.</param>
public sealed record NeverQuietTime(long WorstPanelGapMs, long LiveMs, long WellMs);
