namespace ValenceNano.Model;

/// <summary>
/// A current averaged over some two minutes, and whether it has been steady for so long that a time can be estimated from
/// it. A current that leaves the band around the average begins a new average: nothing is dragged along from another load.
/// </summary>
internal sealed class SteadyCurrent
{
    /// <summary>How long the current must have stayed in its band; also the time constant of the average, ms.</summary>
    private const int SteadyMs = 120000;

    /// <summary>The band: 20 % of the average to either side ...</summary>
    private const int BandDivisor = 5;

    /// <summary>... or this much if that is more, uA.</summary>
    private const int MinBandUa = 500000;

    // In uA: in mA the average would stand still 40 mA short of the current, for a fortieth of less is 0.
    private long _averageUa;
    private long _sinceMs;
    private long _lastMs;
    private bool _isRunning;

    /// <summary>Takes the current of now, mA, or <see cref="Reading.Unknown"/>.</summary>
    /// <returns>The average, mA; <see cref="Reading.Unknown"/> while the current is not steady.</returns>
    public int Take(int currentMa, long nowMs)
    {
        if (currentMa == Reading.Unknown)
        {
            _isRunning = false;
            return Reading.Unknown;
        }

        long currentUa = currentMa * 1000L;
        if (_isRunning && IsInBand(currentUa))
        {
            long passedMs = nowMs - _lastMs;
            _averageUa += (currentUa - _averageUa) * passedMs / (SteadyMs + passedMs);
        }
        else
        {
            _isRunning = true;
            _averageUa = currentUa;
            _sinceMs = nowMs;
        }

        _lastMs = nowMs;
        return nowMs - _sinceMs >= SteadyMs ? (int)(_averageUa / 1000) : Reading.Unknown;
    }

    private bool IsInBand(long currentUa)
    {
        long offUa = currentUa - _averageUa;
        long bandUa = (_averageUa < 0 ? -_averageUa : _averageUa) / BandDivisor;
        if (bandUa < MinBandUa)
        {
            bandUa = MinBandUa;
        }

        return offUa <= bandUa && offUa >= -bandUa;
    }
}
