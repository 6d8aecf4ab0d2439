namespace ValenceNano.Bench;

/// <summary>Spans of virtual time, ms.</summary>
internal static class SoakClock
{
    public const long Second = 1000;
    public const long Minute = 60 * Second;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    /// <summary>After so many ms a 32-bit clock begins anew: 49.7 days.</summary>
    public const long ClockJump = 1L << 32;
}
