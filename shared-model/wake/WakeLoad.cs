namespace ValenceNano.Model;

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

    private const int MinuteMs = 60 * 1000;

    /// <summary>The value of <see cref="NextLookMs"/> while no look is planned.</summary>
    public const long NoLook = -1;

    /// <summary>
    /// From becoming the master to the first look, ms: long enough to find a bus that is awake by itself, and short
    /// enough that a restart shows values soon.
    /// </summary>
    public const int FirstLookMs = 10000;

    private readonly Settings _settings;
    private bool _wasMaster;
    private long _onSinceMs;

    /// <summary>The load is on: a look is going on.</summary>
    public bool IsOn { get; private set; }

    /// <summary>
    /// When the next look begins if nothing answers before, ms on the clock of <see cref="Update"/>; <see cref="NoLook"/> while
    /// listening.
    /// </summary>
    public long NextLookMs { get; private set; } = NoLook;

    /// <summary>Makes one that is off.</summary>
    /// <param name="settings">From one look to the next, and from the last answer to the first look.</param>
    public WakeLoad(Settings settings)
    {
        _settings = settings;
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
            NextLookMs = NoLook;
            return false;
        }

        int intervalMs = _settings.Get(SettingId.WakeEvery) * MinuteMs;
        if (!_wasMaster)
        {
            _wasMaster = true;
            NextLookMs = nowMs + FirstLookMs;
        }

        if (anyLive)
        {
            IsOn = false;
            NextLookMs = nowMs + intervalMs;
        }
        else if (IsOn)
        {
            IsOn = nowMs - _onSinceMs < MaxOnMs;
        }
        else if (nowMs >= NextLookMs)
        {
            IsOn = true;
            _onSinceMs = nowMs;
            NextLookMs = nowMs + intervalMs;
        }

        return IsOn;
    }
}
