namespace ValenceNano.Firmware;

/// <summary>
/// When to wake a sleeping bus: batteries talk only while current flows, so a resistor across one of them is switched on
/// until a battery answers, and no longer than one search and one read can take. Pure logic: the caller has the pin.
/// </summary>
/// <remarks>
/// What it costs: 100 ohm across 13.3 V are 133 mA and 1.77 W. At most 10 s of that every 15 min are 4.9 mWh a look and
/// 0.47 Wh a day; a look that succeeds in 3 s takes a third. A resistor left on takes 42 to 44 Wh a day.
/// </remarks>
public sealed class WakeLoad
{
    /// <summary>How long the load stays on at most, ms: three searches of the bus master, 3 s apart, and a read.</summary>
    public const int MaxOnMs = 10000;

    /// <summary>The shortest time from one look to the next, ms: the load is on for a sixth of the time at most.</summary>
    public const int MinIntervalMs = 60 * 1000;

    /// <summary>
    /// From becoming the master to the first look, ms: long enough to find a bus that is awake by itself, and short
    /// enough that a restart shows values soon.
    /// </summary>
    public const int FirstLookMs = 10000;

    private readonly int _intervalMs;
    private bool _wasMaster;
    private long _onSinceMs;

    /// <summary>The load is on: a look is going on.</summary>
    public bool IsOn;

    /// <summary>
    /// When the next look begins if nothing answers before, ms on the clock of <see cref="Update"/>; means nothing while
    /// listening.
    /// </summary>
    public long NextLookMs;

    /// <summary>Makes one that is off.</summary>
    /// <param name="intervalMs">From one look to the next, and from the last answer to the first look, 60000 ms or more.</param>
    public WakeLoad(int intervalMs)
    {
        if (intervalMs < MinIntervalMs)
        {
            throw new System.ArgumentOutOfRangeException(nameof(intervalMs));
        }

        _intervalMs = intervalMs;
    }

    /// <summary>Decides whether the load is to be on from now until the next call.</summary>
    /// <param name="nowMs">The time, ms on a clock that never runs backwards.</param>
    /// <param name="isMaster">False while listening: the other master asks, and nobody would use the answer.</param>
    /// <param name="anyLive">A battery answers: the load has done its work, or is not needed.</param>
    /// <returns>True: on.</returns>
    public bool Update(long nowMs, bool isMaster, bool anyLive)
    {
        if (!isMaster)
        {
            _wasMaster = false;
            IsOn = false;
            return false;
        }

        if (!_wasMaster)
        {
            _wasMaster = true;
            NextLookMs = nowMs + FirstLookMs;
        }

        if (anyLive)
        {
            IsOn = false;
            NextLookMs = nowMs + _intervalMs;
        }
        else if (IsOn)
        {
            IsOn = nowMs - _onSinceMs < MaxOnMs;
        }
        else if (nowMs >= NextLookMs)
        {
            IsOn = true;
            _onSinceMs = nowMs;
            NextLookMs = nowMs + _intervalMs;
        }

        return IsOn;
    }
}
