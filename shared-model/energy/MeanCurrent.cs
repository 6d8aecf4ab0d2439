using System;

namespace ValenceNano.Model;

/// <summary>
/// The plain mean of a current over the last minutes. No exponential average: a refrigerator would drag that about. What was not seen
/// does not count; while the window fills, the mean is of what there is.
/// </summary>
internal sealed class MeanCurrent
{
    /// <summary>The longest window, minutes.</summary>
    public const int MaxMinutes = 60;

    /// <summary>No mean of less than this, ms.</summary>
    public const int MinSeenMs = MinuteMs;

    private const int MinuteMs = 60000;

    // A ring of whole minutes: their means, and how much of each was seen.
    private readonly int[] _minuteMa = new int[MaxMinutes];
    private readonly ushort[] _minuteSeenMs = new ushort[MaxMinutes];

    // The whole minutes of the window but the oldest, and that one, of which a part has left the window.
    private long _wholeMaMs;
    private int _wholeSeenMs;
    private long _oldestMaMs;
    private int _oldestSeenMs;
    private int _window;

    // The minute that is under way.
    private long _minute;
    private long _maMs;
    private int _seenMs;

    private long _lastMs;
    private bool _wasKnown;

    /// <summary>Takes the current of now.</summary>
    /// <param name="currentMa">In mA, or <see cref="Reading.Unknown"/>.</param>
    /// <param name="windowMinutes">The window, 1..<see cref="MaxMinutes"/> minutes.</param>
    /// <param name="nowMs">Not earlier than before.</param>
    /// <returns>The mean, mA; <see cref="Reading.Unknown"/> while there is too little to go by.</returns>
    public int Take(int currentMa, int windowMinutes, long nowMs)
    {
        long minute = nowMs / MinuteMs;
        if (minute != _minute || windowMinutes != _window)
        {
            TurnTo(minute, windowMinutes);
        }

        long passedMs = nowMs - _lastMs;
        bool isKnown = currentMa != Reading.Unknown;
        if (isKnown && _wasKnown && passedMs <= EnergyMeter.MinSilenceMs)
        {
            _maMs += currentMa * passedMs;
            _seenMs += (int)passedMs;
        }

        _wasKnown = isKnown;
        _lastMs = nowMs;
        return Mean((int)(nowMs - minute * MinuteMs));
    }

    /// <summary>Forgets what was: the mean is of what comes from now on.</summary>
    public void Clear()
    {
        Array.Clear(_minuteSeenMs, 0, MaxMinutes);
        _wholeMaMs = _oldestMaMs = _maMs = 0;
        _wholeSeenMs = _oldestSeenMs = _seenMs = 0;
        _wasKnown = false;
    }

    private int Mean(int intoMinuteMs)
    {
        int leftMs = MinuteMs - intoMinuteMs;
        long seenMs = _wholeSeenMs + _seenMs + (long)_oldestSeenMs * leftMs / MinuteMs;
        return seenMs < MinSeenMs
            ? Reading.Unknown
            : (int)((_wholeMaMs + _maMs + _oldestMaMs * leftMs / MinuteMs) / seenMs);
    }

    private void TurnTo(long minute, int windowMinutes)
    {
        if (minute - _minute > MaxMinutes)
        {
            Clear();
            _minute = minute;
        }

        while (_minute < minute)
        {
            Close((int)(_minute % MaxMinutes));
            _minute++;
        }

        _window = windowMinutes;
        _wholeMaMs = _wholeSeenMs = 0;
        for (int back = 1; back < windowMinutes; back++)
        {
            int at = (int)((minute + MaxMinutes - back) % MaxMinutes);
            _wholeMaMs += (long)_minuteMa[at] * _minuteSeenMs[at];
            _wholeSeenMs += _minuteSeenMs[at];
        }

        int oldest = (int)((minute + MaxMinutes - windowMinutes) % MaxMinutes);
        _oldestMaMs = (long)_minuteMa[oldest] * _minuteSeenMs[oldest];
        _oldestSeenMs = _minuteSeenMs[oldest];
    }

    // The last interval may have begun in the minute before: what is too much for a minute is that.
    private void Close(int at)
    {
        _minuteMa[at] = _seenMs > 0 ? (int)(_maMs / _seenMs) : 0;
        _minuteSeenMs[at] = (ushort)(_seenMs < ushort.MaxValue ? _seenMs : ushort.MaxValue);
        _maMs = _seenMs = 0;
    }
}
