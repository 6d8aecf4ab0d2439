using System;
using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// What a battery really holds, and which cell group limits it. Measured from a full charge that was seen to the first group at its
/// knee; docs/energy.md has the rules and their reasons. Kept by a battery's entry in the <see cref="Roster"/>.
/// </summary>
public sealed class HealthMeter
{
    /// <summary>At the end of a charge every group stands at this or more, mV: rest voltage reaches it in the last percent.</summary>
    public const int FullCellMv = 3400;

    /// <summary>... and the current is no more than a twentieth of 40 Ah (the maker's guide: full below C/20), mA either way ...</summary>
    public const int TailMa = 2000;

    /// <summary>... for so long, ms.</summary>
    public const int TailMs = 180000;

    /// <summary>The first group at this or less under load has next to nothing left, mV: the curve falls off a cliff there.</summary>
    public const int KneeMv = 2900;

    /// <summary>A discharge is one from this current on, mA.</summary>
    public const int LoadMa = 100;

    /// <summary>No capacity of which less than this was seen, permille.</summary>
    public const int MinCoveragePermille = 900;

    /// <summary>A group is named weak if at its knee the next one stands so much higher, mV: it then has 4 to 6 % of its charge left.</summary>
    public const int WeakLeadMv = 200;

    /// <summary>... and if all were full together before, within this, mV: else it may only have been charged less.</summary>
    public const int BalancedMv = 150;

    /// <summary>A stretch of less says nothing about a capacity, mAh.</summary>
    public const int MinStretchMah = 1000;

    /// <summary>What a battery that sleeps may give unseen, mA: it wakes at about that.</summary>
    public const int AsleepMa = 130;

    // What is known of the run since the last full charge.
    private const int HasBeenFull = 1;
    private const int IsFull = 2;
    private const int IsEmptied = 4;
    private const int IsAtKnee = 8;

    // What is known of the capacity.
    private const int IsMeasured = 16;
    private const int Kept = IsMeasured;

    private const int Fields = (int)HealthId.Count;

    private readonly byte[] _flags = new byte[Roster.Capacity];
    private readonly int[] _tailMs = new int[Roster.Capacity];

    // Halves of a mA * ms, as EnergyMeter has them: by entry what was given since it was full, and behind those of all entries what may have
    // been given unseen, and both of the largest.
    private const int Unseen = Roster.Capacity;
    private const int Largest = 2 * Roster.Capacity;
    private const int LargestUnseen = 3 * Roster.Capacity;
    private readonly long[] _charges = new long[4 * Roster.Capacity];
    private readonly ushort[] _table = new ushort[Roster.Capacity * Fields];

    /// <summary>Takes a reply of a battery.</summary>
    /// <param name="entry">Its entry.</param>
    /// <param name="v">The reply.</param>
    /// <param name="charge">What has come since the one before, as <see cref="EnergyMeter.Take"/> has it.</param>
    /// <param name="gapMs">How long that is ago, ms.</param>
    /// <param name="lastMa">The current it had then.</param>
    /// <returns>True: a full charge was seen just now.</returns>
    internal bool Take(int entry, Telemetry v, long charge, long gapMs, int lastMa)
    {
        int ma = v.CurrentMa;
        int flags = _flags[entry];
        int lowestMv = v.CellMinMv;
        if (lowestMv >= FullCellMv && ma <= TailMa && ma >= -TailMa)
        {
            return TakeTail(entry, v, flags, gapMs);
        }

        _tailMs[entry] = 0;
        if ((flags & HasBeenFull) != 0)
        {
            flags = Follow(entry, flags & ~IsFull, charge, gapMs, lastMa);
        }

        if (lowestMv > KneeMv || ma > -LoadMa)
        {
            flags &= ~IsAtKnee;
        }
        else if ((flags & IsAtKnee) == 0)
        {
            // One reply is none: it may be a moment's load.
            flags |= IsAtKnee;
        }
        else if ((flags & IsEmptied) == 0)
        {
            flags = TakeKnee(entry, v, flags);
        }

        _flags[entry] = (byte)flags;
        return false;
    }

    /// <summary>More has flowed unseen than can be told: a capacity wants another full charge first.</summary>
    internal void EndRun(int entry) => _flags[entry] &= Kept;

    /// <summary>Takes what is to be seen of a resting battery: call it now and then.</summary>
    internal void TakeRest(int entry, Telemetry v)
    {
        int ma = v.CurrentMa;
        if (ma <= TailMa / 2 && ma >= -TailMa / 2 && v.CellMaxMv < FullCellMv && v.CellMinMv > KneeMv)
        {
            Set(entry, HealthId.RestSpread, v.CellMaxMv - v.CellMinMv);
        }
    }

    /// <summary>The capacity as it was measured, or if <see cref="IsMinimum"/> the most that was seen of it, mAh; unknown before.</summary>
    public int CapacityMah(int entry)
    {
        int mah = (int)(_charges[Largest + entry] / EnergyMeter.HalvesPerHour);
        return mah >= MinStretchMah ? mah : Reading.Unknown;
    }

    /// <summary>The battery was not emptied: the real capacity is larger.</summary>
    public bool IsMinimum(int entry) => (_flags[entry] & IsMeasured) == 0;

    /// <summary>How much of that charge was seen, permille: the rest may have been given unseen.</summary>
    public int CoveragePermille(int entry) => (int)(_charges[Largest + entry] * 1000 / (_charges[Largest + entry] + _charges[LargestUnseen + entry]));

    /// <summary>Given since the full charge, mAh; <see cref="Reading.Unknown"/> while none was seen in this run.</summary>
    public int GivenSinceFullMah(int entry) =>
        (_flags[entry] & HasBeenFull) != 0 ? (int)(_charges[entry] / EnergyMeter.HalvesPerHour) : Reading.Unknown;

    /// <summary>One of the others; 0 while it is not known.</summary>
    public int Get(int entry, HealthId id) => _table[entry * Fields + (int)id];

    /// <summary>Forgets all.</summary>
    internal void Clear(int entry)
    {
        _flags[entry] = 0;
        _tailMs[entry] = 0;
        _charges[Largest + entry] = _charges[LargestUnseen + entry] = 0;
        Array.Clear(_table, entry * Fields, Fields);
    }

    /// <summary>Writes what is to be kept of an entry: not the run since the last full charge, of which a restart loses an unknown part.</summary>
    internal void Write(RecordCursor record, int entry)
    {
        record.Byte(_flags[entry] & Kept);
        record.Long(_charges[Largest + entry]);
        record.Long(_charges[LargestUnseen + entry]);
        for (int i = 0; i < Fields; i++)
        {
            record.Short(_table[entry * Fields + i]);
        }
    }

    /// <summary>Reads it again.</summary>
    internal void Read(RecordCursor record, int entry)
    {
        _flags[entry] = (byte)(record.Byte() & Kept);
        _charges[Largest + entry] = record.Long();
        _charges[LargestUnseen + entry] = record.Long();
        for (int i = 0; i < Fields; i++)
        {
            _table[entry * Fields + i] = (ushort)record.UShort();
        }
    }

    private bool TakeTail(int entry, Telemetry v, int flags, long gapMs)
    {
        if ((flags & HasBeenFull) != 0)
        {
            // Still as full as it was, whatever went unseen.
            _charges[entry] = _charges[Unseen + entry] = 0;
        }

        int tailMs = gapMs <= EnergyMeter.MaxGapMs && v.CurrentMa >= 0 ? _tailMs[entry] + (int)gapMs : 0;
        if (tailMs < TailMs || (flags & IsFull) != 0)
        {
            _tailMs[entry] = tailMs;
            return false;
        }

        _charges[entry] = _charges[Unseen + entry] = 0;
        _flags[entry] = (byte)((flags & IsMeasured) | HasBeenFull | IsFull);
        int highest = CellGroup.Highest(v);
        Set(entry, HealthId.TopCell, highest);
        Set(entry, HealthId.TopLead, v.CellMaxMv - NextMv(v, highest - 1, 1));
        SetSpread(entry, HealthId.TopSpread, v);
        return true;
    }

    private int Follow(int entry, int flags, long charge, long gapMs, int lastMa)
    {
        long[] charges = _charges;
        long given = charges[entry] - charge;
        if (given < 0)
        {
            given = 0;
        }

        charges[entry] = given;
        long unseen = charges[Unseen + entry];
        if (gapMs > EnergyMeter.MaxGapMs)
        {
            unseen += 2 * gapMs * UnseenMa(lastMa);
            charges[Unseen + entry] = unseen;
        }

        // A capacity that was measured gives way only to a stretch that is larger by more than its own error.
        long largest = charges[Largest + entry];
        if ((flags & IsMeasured) != 0)
        {
            largest += largest / 32;
        }

        if (given > largest && (flags & IsEmptied) == 0 && (unseen == 0 || IsCovered(given, unseen)))
        {
            charges[Largest + entry] = given;
            charges[LargestUnseen + entry] = unseen;
            flags &= ~IsMeasured;
        }

        return flags;
    }

    // Two replies in a row.
    private int TakeKnee(int entry, Telemetry v, int flags)
    {
        int lowest = CellGroup.Lowest(v);
        int leadMv = NextMv(v, lowest - 1, -1) - v.CellMinMv;
        Set(entry, HealthId.BottomCell, lowest);
        Set(entry, HealthId.BottomLead, leadMv);
        SetSpread(entry, HealthId.BottomSpread, v);
        if ((flags & HasBeenFull) == 0 || !IsCovered(_charges[entry], _charges[Unseen + entry]))
        {
            return flags | IsEmptied;
        }

        _charges[Largest + entry] = _charges[entry];
        _charges[LargestUnseen + entry] = _charges[Unseen + entry];
        if (Get(entry, HealthId.TopSpread) <= BalancedMv)
        {
            Set(entry, HealthId.WeakCell, leadMv >= WeakLeadMv ? lowest : 0);
        }

        return flags | IsEmptied | IsMeasured;
    }

    // Without the outermost group, the highest of the others (1) or the lowest (-1), mV.
    private static int NextMv(Telemetry v, int outermost, int sign)
    {
        int next = int.MinValue;
        for (int i = 0; i < Telemetry.CellCount; i++)
        {
            if (i != outermost && sign * v.CellMv(i) > next)
            {
                next = sign * v.CellMv(i);
            }
        }

        return sign * next;
    }

    private static bool IsCovered(long given, long unseen) =>
        given * (1000 - MinCoveragePermille) / MinCoveragePermille >= unseen;

    // One that sleeps gives hardly anything; one that fell silent under load may have gone on.
    private static int UnseenMa(int lastMa)
    {
        int magnitudeMa = lastMa < 0 ? -lastMa : lastMa;
        return magnitudeMa <= Battery.AsleepCurrentMa ? AsleepMa : magnitudeMa;
    }

    private void SetSpread(int entry, HealthId id, Telemetry v)
    {
        int spreadMv = v.CellMaxMv - v.CellMinMv;
        Set(entry, id, spreadMv);
        if (Get(entry, id + 1) == 0)
        {
            Set(entry, id + 1, spreadMv);
        }
    }

    private void Set(int entry, HealthId id, int value) => _table[entry * Fields + (int)id] = (ushort)value;
}
