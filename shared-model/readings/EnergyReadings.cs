using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>The readings of what has become of the batteries: energy, capacity, the weak group.</summary>
public static class EnergyReadings
{
    /// <summary>As <see cref="Readings.Fetch"/> of a battery; all are unknown before its first reply.</summary>
    public static void Fetch(Logbook book, Battery battery, long[] values, long nowMs)
    {
        HealthMeter health = book.Health;
        int entry = book.EntryOf(battery);
        int capacityMah = entry < 0 ? Reading.Unknown : health.CapacityMah(entry);
        int weakCell = entry < 0 ? 0 : health.Get(entry, HealthId.WeakCell);
        bool isKnown = capacityMah != Reading.Unknown;
        values[(int)ReadingId.CapacityMeasured] = capacityMah;
        values[(int)ReadingId.CapacityCoverage] = isKnown ? health.CoveragePermille(entry) : Reading.Unknown;
        values[(int)ReadingId.CapacityIsMinimum] = !isKnown ? Reading.Unknown : health.IsMinimum(entry) ? 1 : 0;
        values[(int)ReadingId.WeakCell] = weakCell > 0 ? weakCell : Reading.Unknown;
        if (entry < 0)
        {
            ForgetSums(values);
            return;
        }

        book.Energy.Fetch(entry, values);
        values[(int)ReadingId.Coverage] = Permille(book.Energy.SeenMs(entry), book.Energy.ElapsedMs(entry, nowMs));
    }

    /// <summary>As <see cref="Readings.Fetch"/> of all batteries: sums of all that ever were in the bank, coverage of those in the list.</summary>
    public static void Fetch(Logbook book, BatteryList batteries, long[] values, long nowMs)
    {
        EnergyMeter energy = book.Energy;
        long seenMs = 0;
        long elapsedMs = 0;
        int known = 0;
        int count = batteries.Count;
        for (int i = 0; i < count; i++)
        {
            int entry = book.EntryOf(batteries[i]);
            if (entry >= 0)
            {
                seenMs += energy.SeenMs(entry);
                elapsedMs += energy.ElapsedMs(entry, nowMs);
                known++;
            }
        }

        if (known == 0)
        {
            ForgetSums(values);
        }
        else
        {
            energy.FetchBank(values);
            values[(int)ReadingId.Coverage] = Permille(seenMs, elapsedMs);
        }

        FetchWeak(book, batteries, values);
    }

    // The battery with a weak group that holds least.
    private static void FetchWeak(Logbook book, BatteryList batteries, long[] values)
    {
        HealthMeter health = book.Health;
        int leastMah = int.MaxValue;
        values[(int)ReadingId.WeakBattery] = Reading.Unknown;
        values[(int)ReadingId.WeakCell] = Reading.Unknown;
        int count = batteries.Count;
        for (int i = 0; i < count; i++)
        {
            int entry = book.EntryOf(batteries[i]);
            int weakCell = entry < 0 ? 0 : health.Get(entry, HealthId.WeakCell);
            if (weakCell > 0 && health.CapacityMah(entry) < leastMah)
            {
                leastMah = health.CapacityMah(entry);
                values[(int)ReadingId.WeakBattery] = batteries[i].Number;
                values[(int)ReadingId.WeakCell] = weakCell;
            }
        }
    }

    /// <summary>Tells whether a battery holds less than all the others of which the capacity was measured, by a twentieth at least.</summary>
    public static bool IsWeakest(Logbook book, BatteryList batteries, Battery battery)
    {
        int ownMah = MeasuredMah(book, battery);
        int leastMah = int.MaxValue;
        for (int i = 0; i < batteries.Count; i++)
        {
            int otherMah = MeasuredMah(book, batteries[i]);
            if (batteries[i] != battery && otherMah != Reading.Unknown && otherMah < leastMah)
            {
                leastMah = otherMah;
            }
        }

        return ownMah != Reading.Unknown && leastMah != int.MaxValue && ownMah < leastMah - leastMah / 20;
    }

    private static int MeasuredMah(Logbook book, Battery battery)
    {
        int entry = book.EntryOf(battery);
        return entry >= 0 && !book.Health.IsMinimum(entry) ? book.Health.CapacityMah(entry) : Reading.Unknown;
    }

    // And the coverage, which is unknown with them.
    private static void ForgetSums(long[] values)
    {
        values[(int)ReadingId.ChargeIn] = Reading.Unknown;
        values[(int)ReadingId.ChargeOut] = Reading.Unknown;
        values[(int)ReadingId.EnergyIn] = Reading.Unknown;
        values[(int)ReadingId.EnergyOut] = Reading.Unknown;
        values[(int)ReadingId.Coverage] = Reading.Unknown;
    }

    private static long Permille(long part, long whole)
    {
        if (whole <= 0)
        {
            return Reading.Unknown;
        }

        return part < whole ? part * 1000 / whole : 1000;
    }
}
