using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>How replies are followed from a full charge to the knee.</summary>
public sealed partial class HealthMeter
{
    /// <summary>Takes a reply of a battery.</summary>
    /// <param name="entry">Its entry.</param>
    /// <param name="v">The reply.</param>
    /// <param name="charge">What has come since the one before, as <see cref="EnergyMeter.Take"/> has it.</param>
    /// <param name="energy">Has counted it: how long ago the one before is, and its current.</param>
    /// <param name="isContinued">False: there was silence in between.</param>
    /// <returns>True: a full charge was seen just now.</returns>
    internal bool Take(int entry, Telemetry v, long charge, EnergyMeter energy, bool isContinued)
    {
        int ma = v.CurrentMa;
        int flags = _flags[entry];
        int lowestMv = v.CellMinMv;
        if (lowestMv >= FullCellMv && ma <= TailMa && ma >= -TailMa)
        {
            return TakeTail(entry, v, flags, charge, energy, isContinued);
        }

        _tailMs[entry] = 0;
        if ((flags & HasBeenFull) != 0)
        {
            flags = Follow(entry, flags, charge, energy, isContinued);
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

    private bool TakeTail(int entry, Telemetry v, int flags, long charge, EnergyMeter energy, bool isContinued)
    {
        // One that wakes as full as it was has given nothing.
        bool hasWokenFull = (flags & IsFull) != 0 && !isContinued;
        if ((flags & HasBeenFull) != 0 && !hasWokenFull)
        {
            flags = Follow(entry, flags, charge, energy, isContinued);
        }

        // The voltage also passes here on its way down when a charge is broken off: only time tells.
        int tailMs = isContinued && v.CurrentMa >= 0 ? _tailMs[entry] + (int)energy.GapMs : 0;
        _tailMs[entry] = tailMs < TailMs ? tailMs : TailMs;
        if (tailMs < TailMs)
        {
            _flags[entry] = (byte)flags;
            return false;
        }

        _charges[entry] = _charges[Unseen + entry] = 0;
        _flags[entry] = (byte)((flags & Kept) | HasBeenFull | IsFull);
        if ((flags & IsFull) != 0)
        {
            return false;
        }

        int highest = CellGroup.Highest(v);
        Set(entry, HealthId.TopCell, highest);
        Set(entry, HealthId.TopLead, v.CellMaxMv - NextMv(v, highest - 1, 1));
        SetSpread(entry, HealthId.TopSpread, v);
        return true;
    }

    private int Follow(int entry, int flags, long charge, EnergyMeter energy, bool isContinued)
    {
        long[] charges = _charges;
        long given = charges[entry] - (isContinued ? charge : TakeSilence(entry, energy));
        if (given < 0)
        {
            given = 0;
        }

        charges[entry] = given;
        if (given >= MinStretch)
        {
            flags &= ~IsFull;
        }

        long unseen = charges[Unseen + entry];

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

    // Adds what may have been given in it, and answers what may have been taken in: a charge may have gone on, and is taken off, so that
    // "at least" stays true.
    private long TakeSilence(int entry, EnergyMeter energy)
    {
        int lastMa = energy.LastMa;
        long flowed = 2 * energy.GapMs * UnseenMa(lastMa);
        _charges[Unseen + entry] += flowed;
        return lastMa > Battery.AsleepCurrentMa ? flowed : 0;
    }

    // Two replies in a row.
    private int TakeKnee(int entry, Telemetry v, int flags)
    {
        flags = (flags | IsEmptied) & ~IsFull;
        int lowest = CellGroup.Lowest(v);
        int leadMv = NextMv(v, lowest - 1, -1) - v.CellMinMv;
        Set(entry, HealthId.BottomCell, lowest);
        Set(entry, HealthId.BottomLead, leadMv);
        SetSpread(entry, HealthId.BottomSpread, v);
        if ((flags & HasBeenFull) == 0 || !IsCovered(_charges[entry], _charges[Unseen + entry]))
        {
            return flags;
        }

        _charges[Largest + entry] = _charges[entry];
        _charges[LargestUnseen + entry] = _charges[Unseen + entry];
        if (Get(entry, HealthId.TopSpread) <= BalancedMv)
        {
            flags |= IsJudged;
            Set(entry, HealthId.WeakCell, leadMv >= WeakLeadMv ? lowest : 0);
        }

        return flags | IsMeasured;
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
