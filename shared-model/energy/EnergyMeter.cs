using System;
using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// Charge and energy in and out, by trapezoid from one reply of a battery to the next. What lies between replies further apart than
/// <see cref="MaxGapMs"/> was not seen, and is not counted: the coverage says how much that is. Kept by a battery's entry in the
/// <see cref="Roster"/>; the sums of the bank stand for themselves, and so never fall when a battery leaves.
/// </summary>
/// <remarks>
/// Sums are of mA * ms and of mW * ms, twice each, for the trapezoid's half: whole numbers of 64 bits, which last for 250 years at 600 W.
/// Nothing is rounded but an interval's energy, down to half a mW * ms: not 3 mWh in ten million replies.
/// </remarks>
public sealed class EnergyMeter
{
    /// <summary>Replies that are no further apart than this are never silence, ms.</summary>
    public const int MinSilenceMs = 10000;

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

    // Behind those of the entries what all of them have counted since somebody took it, and the bank's own without that.
    private const int Unclaimed = Roster.Capacity * Sums;
    private const int OfBank = Unclaimed + Sums;

    private readonly long[] _sums = new long[OfBank + Sums];
    private int _members = 1;

    // By entry how much was seen, and behind those of all entries since when they count.
    private const int Since = Roster.Capacity;
    private readonly long[] _timesMs = new long[2 * Roster.Capacity];

    // Of the last reply.
    private readonly long[] _lastMs = new long[Roster.Capacity];
    private readonly int[] _lastMa = new int[Roster.Capacity];
    private readonly ushort[] _lastMv = new ushort[Roster.Capacity];

    private long _unclaimedSeenMs;

    /// <summary>Makes one that has counted nothing.</summary>
    /// <param name="pollIntervalMs">How often replies are asked for, ms: one that is missed leaves no gap.</param>
    internal EnergyMeter(int pollIntervalMs)
    {
        int gapMs = pollIntervalMs * 5 / 2;
        MaxGapMs = gapMs > MinSilenceMs ? gapMs : MinSilenceMs;
    }

    /// <summary>Replies further apart than this are silence, ms.</summary>
    public int MaxGapMs { get; }

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
        if ((ulong)passedMs > (ulong)MaxGapMs)
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

    /// <summary>The bank's charge and energy from 0.</summary>
    internal void ClearBank()
    {
        for (int i = 0; i < Sums; i++)
        {
            _sums[OfBank + i] = -Share(i);
        }
    }

    /// <summary>Through how many batteries one current flows: from now on the bank's charge is that part of what they count together.</summary>
    /// <param name="members">Of a string how many are in it; else 1.</param>
    internal void SetMembers(int members)
    {
        for (int i = 0; i < Sums; i++)
        {
            _sums[OfBank + i] += Share(i);
        }

        _members = members;
        for (int i = 0; i < Sums; i++)
        {
            _sums[OfBank + i] -= Share(i);
        }
    }

    /// <summary>Puts the sums of a battery, mAh and mWh, into the readings from <see cref="ReadingId.ChargeIn"/> on.</summary>
    internal void Fetch(int entry, long[] values)
    {
        for (int i = 0; i < Sums; i++)
        {
            values[(int)ReadingId.ChargeIn + i] = _sums[entry * Sums + i] / HalvesPerHour;
        }
    }

    /// <summary>Puts the sums of the bank there: of all batteries that ever were in it.</summary>
    internal void FetchBank(long[] values)
    {
        for (int i = 0; i < Sums; i++)
        {
            values[(int)ReadingId.ChargeIn + i] = (_sums[OfBank + i] + Share(i)) / HalvesPerHour;
        }
    }

    /// <summary>How much of the time since its counters began was seen, ms.</summary>
    internal long SeenMs(int entry) => _timesMs[entry];

    /// <summary>For how long its counters have run, ms.</summary>
    internal long ElapsedMs(int entry, long nowMs) => nowMs - _timesMs[Since + entry];

    /// <summary>Adds what the bank has counted since the last time to sums of one's own.</summary>
    /// <returns>How much time of all batteries was seen, ms.</returns>
    internal long Claim(long[] sums)
    {
        for (int i = 0; i < Sums; i++)
        {
            long share = Share(i);
            sums[i] += share;
            _sums[OfBank + i] += share;
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

    /// <summary>Writes the sums of the bank.</summary>
    internal void WriteBank(RecordCursor record)
    {
        for (int i = 0; i < Sums; i++)
        {
            record.Long(_sums[OfBank + i] + Share(i));
        }
    }

    /// <summary>Reads them again. Of several records the newest has the largest, for they never fall.</summary>
    internal void ReadBank(RecordCursor record)
    {
        for (int i = 0; i < Sums; i++)
        {
            long sum = record.Long() - Share(i);
            if (sum > _sums[OfBank + i])
            {
                _sums[OfBank + i] = sum;
            }
        }
    }

    // What the bank has of a sum that nobody has taken yet: in a string the charge of one battery, for it is one current.
    private long Share(int sum) => sum <= ChargeOut ? _sums[Unclaimed + sum] / _members : _sums[Unclaimed + sum];

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
