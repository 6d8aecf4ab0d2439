using System;
using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// What each battery has been through since somebody set it back: the highest and lowest it has said, and what it has done how often.
/// Kept by a battery's entry in the <see cref="Roster"/>.
/// </summary>
public sealed class Extremes
{
    /// <summary>A cycle begins below this state of charge, permille ...</summary>
    private const int CycleLowPermille = 650;

    /// <summary>... and is one above this.</summary>
    private const int CycleHighPermille = 900;

    /// <summary>A gauge that moves by more than this from one reply to the next has set itself anew, permille: 36 A take 10 s for 3.</summary>
    private const int JumpPermille = 30;

    private const int Fields = (int)ExtremeId.Count + 1;

    // What was the last state of charge, and whether a cycle has begun: 0 or this.
    private const int Last = (int)ExtremeId.Count;
    private const int IsLow = 0x4000;

    // In place of the last state of charge: there was none.
    private const int NoSoc = 0x2000;

    private readonly short[] _table = new short[Roster.Capacity * Fields];

    /// <summary>Takes a reply of a battery.</summary>
    internal void Take(int entry, Telemetry v, bool isContinued)
    {
        short[] t = _table;
        int at = entry * Fields;
        int mv = v.VoltageMv;
        Widen(t, at + (int)ExtremeId.VoltageMin, mv, mv);
        Widen(t, at + (int)ExtremeId.CellMin, v.CellMinMv, v.CellMaxMv);
        Widen(t, at + (int)ExtremeId.CellMinC, v.CellMinC, v.CellMaxC);
        TakeSoc(t, at, v.SocPermille, isContinued);
    }

    /// <summary>One of them; <see cref="Reading.Unknown"/> before the first reply.</summary>
    public int Get(int entry, ExtremeId id)
    {
        int value = _table[entry * Fields + (int)id];
        return value == short.MaxValue || value == short.MinValue ? Reading.Unknown : value;
    }

    /// <summary>Tells whether the gauge says something else than at the last reply: more than it could move unseen in its sleep.</summary>
    internal bool HasMoved(int entry, int permille)
    {
        int last = _table[entry * Fields + Last] & ~IsLow;
        int moved = permille - last;
        return last != NoSoc && (moved > JumpPermille || moved < -JumpPermille);
    }

    /// <summary>A full charge was seen.</summary>
    internal void CountFullCharge(int entry) => Count(_table, entry * Fields + (int)ExtremeId.FullCharges);

    /// <summary>Forgets all.</summary>
    internal void Clear(int entry)
    {
        int at = entry * Fields;
        Array.Clear(_table, at, Fields);
        for (int pair = 0; pair < (int)ExtremeId.SocMin; pair += 2)
        {
            _table[at + pair] = short.MaxValue;
            _table[at + pair + 1] = short.MinValue;
        }

        _table[at + (int)ExtremeId.SocMin] = short.MaxValue;
        _table[at + Last] = NoSoc;
    }

    /// <summary>Writes what is to be kept of an entry.</summary>
    internal void Write(RecordCursor record, int entry)
    {
        for (int i = 0; i < Fields; i++)
        {
            record.Short(_table[entry * Fields + i]);
        }
    }

    /// <summary>Reads it again.</summary>
    internal void Read(RecordCursor record, int entry)
    {
        for (int i = 0; i < Fields; i++)
        {
            _table[entry * Fields + i] = (short)record.UShort();
        }
    }

    // The number above the last one means that nothing is known.
    private static void Count(short[] t, int at)
    {
        if (t[at] < short.MaxValue - 1)
        {
            t[at]++;
        }
    }

    private static void Widen(short[] t, int at, int lowest, int highest)
    {
        if (lowest < t[at])
        {
            t[at] = (short)lowest;
        }

        if (highest > t[at + 1])
        {
            t[at + 1] = (short)highest;
        }
    }

    private static void TakeSoc(short[] t, int at, int permille, bool isContinued)
    {
        int before = t[at + Last];
        int isLow = before & IsLow;
        int jump = permille - (before ^ isLow);
        if (jump == 0)
        {
            return;
        }

        if (permille < t[at + (int)ExtremeId.SocMin])
        {
            t[at + (int)ExtremeId.SocMin] = (short)permille;
        }

        if (isContinued && (jump > JumpPermille || jump < -JumpPermille) && before != NoSoc)
        {
            Count(t, at + (int)ExtremeId.Synchronisations);
        }

        if (permille < CycleLowPermille)
        {
            isLow = IsLow;
        }
        else if (permille > CycleHighPermille && isLow != 0)
        {
            isLow = 0;
            Count(t, at + (int)ExtremeId.Cycles);
        }

        t[at + Last] = (short)(permille | isLow);
    }
}
