using System;
using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// What a battery really holds, and which cell group limits it. Measured from a full charge that was seen to the first group at its
/// knee; docs/energy.md has the rules and their reasons. Kept by a battery's entry in the <see cref="Roster"/>.
/// </summary>
public sealed partial class HealthMeter
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

    // The same as charges are kept: one that has given less is still as full as it was, and its next tail is of the same full charge.
    private const long MinStretch = MinStretchMah * EnergyMeter.HalvesPerHour;

    /// <summary>What a battery that sleeps may give unseen, mA: it wakes at about that.</summary>
    public const int AsleepMa = 130;

    // What is known of the run since the last full charge.
    private const int HasBeenFull = 1;
    private const int IsFull = 2;
    private const int IsEmptied = 4;
    private const int IsAtKnee = 8;

    // What is known of the capacity, and whether the groups were full together when they were held against each other.
    private const int IsMeasured = 16;
    private const int IsJudged = 32;
    private const int Kept = IsMeasured | IsJudged;

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

    /// <summary>The capacity as it was measured, or if <see cref="IsMinimum"/> the most that was seen of it, mAh; unknown before.</summary>
    public int CapacityMah(int entry)
    {
        int mah = (int)(_charges[Largest + entry] / EnergyMeter.HalvesPerHour);
        return mah >= MinStretchMah ? mah : Reading.Unknown;
    }

    /// <summary>The battery was not emptied: the real capacity is larger.</summary>
    public bool IsMinimum(int entry) => (_flags[entry] & IsMeasured) == 0;

    /// <summary>Whether a group would be named if it were weak: without a measurement for which all were full together nobody knows.</summary>
    public bool IsWeakCellJudged(int entry) => (_flags[entry] & IsJudged) != 0;

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
}
