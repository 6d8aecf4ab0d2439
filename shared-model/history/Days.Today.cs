using System;
using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>Today: what it is made of, and when it is over.</summary>
public sealed partial class Days
{
    /// <summary>Takes what the batteries are like now.</summary>
    internal void Take(long nowMs)
    {
        Bank bank = _bank;
        int count = bank.BatteryCount;
        _batteryMs += (nowMs - _lastMs) * count;
        _lastMs = nowMs;
        if (bank.LiveCount == 0)
        {
            return;
        }

        int[] today = _today;
        int permille = bank.SocPermille;
        int mv = bank.VoltageMv;
        Widen(today, (int)DayId.SocMin, permille, permille);
        Widen(today, (int)DayId.CellMin, bank.CellMinMv, bank.CellMaxMv);

        // While the batteries of a string are being found, some of them look like all, and the first one like a bank of one.
        if (mv != Reading.Unknown && count == _steadyCount)
        {
            Widen(today, (int)DayId.VoltageMin, mv, mv);
        }
    }

    /// <summary>Takes a reply's temperatures.</summary>
    internal void Take(Telemetry v) => Widen(_today, (int)DayId.CellMinC, v.CellMinC, v.CellMaxC);

    /// <summary>Looks whether another day has begun: call it once a minute.</summary>
    internal void TurnPage(long nowMs)
    {
        _seenMs += _meter.Claim(_sums);
        int count = _bank.BatteryCount;
        _steadyCount = count == _steadyCount || count == -_steadyCount ? count : -count;
        DateToday(nowMs);
        if (!IsOver(nowMs))
        {
            return;
        }

        Keep();
        _newest = (_newest + 1) % Capacity;
        Count += Count < Capacity ? 1 : 0;
        _label = _wall.IsKnown ? _wall.Day(nowMs) | Dated : IsDated(0) ? 1 : _label + 1;
        _beganMs = nowMs;
        BeginDay();
    }

    private static void Widen(int[] t, int at, int lowest, int highest)
    {
        if (lowest < t[at])
        {
            t[at] = lowest;
        }

        if (highest > t[at + 1])
        {
            t[at + 1] = highest;
        }
    }

    // A day without a date that has begun today, by a clock which is known since then. Not one of an earlier run: nobody knows how long ago that was.
    private void DateToday(long nowMs)
    {
        if (_wall.IsKnown && !IsDated(0) && _beganMs > _restartMs && _wall.Day(_beganMs) == _wall.Day(nowMs))
        {
            _label = _wall.Day(nowMs) | Dated;
        }
    }

    private bool IsOver(long nowMs)
    {
        if (!_wall.IsKnown)
        {
            return IsDated(0) ? nowMs - _restartMs >= ClockMs : nowMs - _beganMs >= DayMs;
        }

        // Two browsers may set the clock by turns: where it is yesterday still, today goes on.
        int since = _wall.Day(nowMs) - Day(0);
        return !IsDated(0) || since > 0 || since < -1;
    }

    private void BeginDay()
    {
        _seenMs = _batteryMs = 0;
        for (int i = 0; i < Fields; i++)
        {
            _today[i] = IsHigh(i) ? int.MinValue : int.MaxValue;
        }

        Array.Clear(_sums, 0, Sums);
    }

    private int Today(DayId id)
    {
        int field = (int)id;
        if (field < Sums)
        {
            _seenMs += _meter.Claim(_sums);
            return (int)(_sums[field] / EnergyMeter.HalvesPerHour);
        }

        if (id == DayId.Coverage)
        {
            return Coverage();
        }

        int value = _today[field];
        return value == int.MaxValue || value == int.MinValue ? Reading.Unknown : value;
    }

    // Of a day with a date it is of all of it since midnight: what went by before the display ran, or knew the time, was not seen.
    private int Coverage()
    {
        if (_batteryMs <= 0)
        {
            return Reading.Unknown;
        }

        long permille = _seenMs < _batteryMs ? _seenMs * 1000 / _batteryMs : 1000;
        long ranMs = _lastMs - _beganMs;
        long wholeMs = !IsDated(0) ? ranMs : _wall.IsKnown ? _wall.SinceMs(Day(0), _lastMs) : DayMs;
        if (wholeMs > DayMs)
        {
            wholeMs = DayMs;
        }

        return (int)(ranMs < wholeMs ? permille * ranMs / wholeMs : permille);
    }
}
