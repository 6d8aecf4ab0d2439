using System;

namespace ValenceNano.Protocol;

/// <summary>
/// How often another master asks each battery, learned by listening to it: values are live for three of its polls, and a
/// master may take a minute from one to the next.
/// </summary>
internal sealed class PollPeriods
{
    /// <summary>A shorter time is a battery asked again, ms.</summary>
    private const int MinMs = 1000;

    /// <summary>After a longer time it is not known whether the master was there, ms; it fits 16 bits.</summary>
    private const int MaxMs = BusMaster.MaxPollIntervalMs + 5000;

    /// <summary>How much later than its third poll a value may be and still count as live, ms.</summary>
    private const int LateMs = 500;

    private const int NotAsked = -1;

    private const int Periods = 3;

    // By a battery's place: when it was last asked, and the last three times between, the newest first. 0: not known.
    private readonly long[] _askedMs = new long[BatteryList.Capacity];
    private readonly ushort[] _periodsMs = new ushort[BatteryList.Capacity * Periods];
    private readonly short[] _generations = new short[BatteryList.Capacity];

    /// <summary>Makes one that has learned nothing.</summary>
    public PollPeriods() => Clear();

    /// <summary>Forgets all: another master may be there.</summary>
    public void Clear()
    {
        for (int i = 0; i < _askedMs.Length; i++)
        {
            Forget(i);
        }
    }

    /// <summary>A battery is asked.</summary>
    public void OnAsked(Battery battery, long nowMs)
    {
        int place = battery.Place;
        if (_generations[place] != battery.Generation)
        {
            _generations[place] = (short)battery.Generation;
            Forget(place);
        }

        long passedMs = nowMs - _askedMs[place];
        if (_askedMs[place] != NotAsked && passedMs < MinMs)
        {
            return;
        }

        if (_askedMs[place] != NotAsked && passedMs <= MaxMs)
        {
            int at = place * Periods;
            Array.Copy(_periodsMs, at, _periodsMs, at + 1, Periods - 1);
            _periodsMs[at] = (ushort)passedMs;
        }

        _askedMs[place] = nowMs;
    }

    /// <summary>For how long values of this battery are live, ms.</summary>
    public int LiveMs(Battery battery)
    {
        int liveMs = (Battery.MaxMissedPolls * PeriodMs(battery.Place)) + LateMs;
        return liveMs > BatteryList.MinLiveMs ? liveMs : BatteryList.MinLiveMs;
    }

    // The median of three: neither a search that is followed by polls out of turn nor a poll that was not heard counts. Before
    // three are known, the shortest.
    private int PeriodMs(int place)
    {
        int at = place * Periods;
        int low = Telemetry.Min(_periodsMs[at], _periodsMs[at + 1]);
        int high = Telemetry.Max(_periodsMs[at], _periodsMs[at + 1]);
        int third = _periodsMs[at + 2];
        if (third == 0)
        {
            return low > 0 ? low : high;
        }

        return third < low ? low : Telemetry.Min(third, high);
    }

    private void Forget(int place)
    {
        _askedMs[place] = NotAsked;
        Array.Clear(_periodsMs, place * Periods, Periods);
    }
}
