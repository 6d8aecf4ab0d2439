using System;
using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// Charge and energy in and out, by trapezoid from one reply of a battery to the next. What lies between replies further apart than
/// <see cref="MaxGapMs"/> was not seen, and is not counted: the coverage says how much that is. Kept by a battery's entry in the
/// <see cref="Roster"/>.
/// </summary>
/// <remarks>
/// Sums are of mA * ms and of mW * ms, twice each, for the trapezoid's half: whole numbers of 64 bits, which last for 250 years at 600 W.
/// Nothing is rounded but an interval's energy, down to half a mW * ms: not 3 mWh in ten million replies.
/// </remarks>
public sealed class EnergyMeter
{
    /// <summary>Replies further apart than this are silence, ms.</summary>
    public const int MaxGapMs = 10000;

    /// <summary>Halves of a mA * ms in a mAh, and of a mW * ms in a mWh.</summary>
    internal const long HalvesPerHour = 7200000;

    /// <summary>Sums of one battery, and of a day: <see cref="ChargeIn"/> to <see cref="EnergyOut"/>.</summary>
    internal const int Sums = 4;

    /// <summary>Place of the charge taken in.</summary>
    internal const int ChargeIn = 0;

    /// <summary>Place of the charge given.</summary>
    internal const int ChargeOut = 1;

    /// <summary>Place of the energy taken in.</summary>
    internal const int EnergyIn = 2;

    /// <summary>Place of the energy given.</summary>
    internal const int EnergyOut = 3;

    private const long Never = long.MinValue / 2;

    // Behind those of the entries what all of them have counted since somebody took it.
    private const int Unclaimed = Roster.Capacity * Sums;

    private readonly long[] _sums = new long[Unclaimed + Sums];

    // By entry how much was seen, and behind those of all entries since when they count.
    private const int Since = Roster.Capacity;
    private readonly long[] _timesMs = new long[2 * Roster.Capacity];

    // Of the last reply.
    private readonly long[] _lastMs = new long[Roster.Capacity];
    private readonly int[] _lastMa = new int[Roster.Capacity];
    private readonly ushort[] _lastMv = new ushort[Roster.Capacity];

    private long _unclaimedSeenMs;

    /// <summary>From the last reply to the one before it, ms; <see cref="MaxGapMs"/> or less: it was counted.</summary>
    internal long GapMs { get; private set; }

    /// <summary>The current that the battery had at the reply before, mA.</summary>
    internal int LastMa { get; private set; }

    /// <summary>Counts up to a reply of a battery.</summary>
    /// <returns>The charge that has come since the reply before, halves of a mA * ms, negative while it is given; 0 after silence.</returns>
    internal long Take(int entry, Telemetry values, long valuesMs)
    {
        int ma = values.CurrentMa;
        int mv = values.VoltageMv;
        int lastMa = _lastMa[entry];
        int lastMv = _lastMv[entry];
        long passedMs = valuesMs - _lastMs[entry];
        _lastMa[entry] = ma;
        _lastMv[entry] = (ushort)mv;
        _lastMs[entry] = valuesMs;
        GapMs = passedMs;
        LastMa = lastMa;
        if ((ulong)passedMs > MaxGapMs)
        {
            // A clock that has gone back says as little as silence.
            GapMs = passedMs > 0 ? passedMs : MaxGapMs + 1;
            return 0;
        }

        _timesMs[entry] += passedMs;
        _unclaimedSeenMs += passedMs;
        long uw = (long)mv * ma;
        long lastUw = (long)lastMv * lastMa;
        if ((ma ^ lastMa) >= 0)
        {
            return Add(entry, ma + lastMa, uw + lastUw, passedMs);
        }

        // It has crossed 0 on the way: two triangles.
        long firstMs = passedMs * lastMa / (lastMa - ma);
        return Add(entry, lastMa, lastUw, firstMs) + Add(entry, ma, uw, passedMs - firstMs);
    }

    /// <summary>Counts from 0.</summary>
    internal void Clear(int entry, long nowMs)
    {
        Array.Clear(_sums, entry * Sums, Sums);
        _timesMs[entry] = 0;
        _timesMs[Since + entry] = nowMs;
    }

    /// <summary>The next reply is the first of its battery, or of this run: what was before it is silence.</summary>
    internal void Interrupt(int entry) => _lastMs[entry] = Never;

    /// <summary>Adds the sums of a battery, mAh and mWh, to those of some readings, by <see cref="ReadingId"/>.</summary>
    internal void AddTo(int entry, long[] values)
    {
        long[] sums = _sums;
        int at = entry * Sums;
        values[(int)ReadingId.ChargeIn] += sums[at] / HalvesPerHour;
        values[(int)ReadingId.ChargeOut] += sums[at + ChargeOut] / HalvesPerHour;
        values[(int)ReadingId.EnergyIn] += sums[at + EnergyIn] / HalvesPerHour;
        values[(int)ReadingId.EnergyOut] += sums[at + EnergyOut] / HalvesPerHour;
    }

    /// <summary>How much of the time since its counters began was seen, ms.</summary>
    internal long SeenMs(int entry) => _timesMs[entry];

    /// <summary>For how long its counters have run, ms.</summary>
    internal long ElapsedMs(int entry, long nowMs) => nowMs - _timesMs[Since + entry];

    /// <summary>Moves what all batteries have counted since the last time into sums of one's own.</summary>
    /// <returns>How much time of all batteries was seen, ms.</returns>
    internal long Claim(long[] sums)
    {
        for (int i = 0; i < Sums; i++)
        {
            sums[i] += _sums[Unclaimed + i];
            _sums[Unclaimed + i] = 0;
        }

        long seenMs = _unclaimedSeenMs;
        _unclaimedSeenMs = 0;
        return seenMs;
    }

    /// <summary>Writes what is to be kept of an entry.</summary>
    internal void Write(RecordCursor record, int entry, long nowMs)
    {
        for (int i = 0; i < Sums; i++)
        {
            record.Long(_sums[entry * Sums + i]);
        }

        record.Long(_timesMs[entry]);
        record.Long(ElapsedMs(entry, nowMs));
    }

    /// <summary>Reads it again; the time in between does not count.</summary>
    internal void Read(RecordCursor record, int entry, long nowMs)
    {
        for (int i = 0; i < Sums; i++)
        {
            _sums[entry * Sums + i] = record.Long();
        }

        _timesMs[entry] = record.Long();
        _timesMs[Since + entry] = nowMs - record.Long();
    }

    // A current and a power, each twice its mean, for a time.
    private long Add(int entry, int twiceMa, long twiceUw, long ms)
    {
        long charge = twiceMa * ms;
        long energy = twiceUw * ms / 1000;
        int at = entry * Sums;
        long[] sums = _sums;
        if (charge >= 0)
        {
            sums[at] += charge;
            sums[at + EnergyIn] += energy;
            sums[Unclaimed] += charge;
            sums[Unclaimed + EnergyIn] += energy;
        }
        else
        {
            sums[at + ChargeOut] -= charge;
            sums[at + EnergyOut] -= energy;
            sums[Unclaimed + ChargeOut] -= charge;
            sums[Unclaimed + EnergyOut] -= energy;
        }

        return charge;
    }
}
