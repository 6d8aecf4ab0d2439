using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>The readings of what has become of the batteries: energy, capacity, the weak group.</summary>
public static class EnergyReadings
{
    /// <summary>A reading of one battery; <see cref="Reading.Unknown"/> before its first reply.</summary>
    public static long Get(Logbook book, Battery battery, ReadingId id, long nowMs)
    {
        return OfEntry(book, book.EntryOf(battery), id, nowMs);
    }

    /// <summary>A reading of the battery of an entry of the logbook; <see cref="Reading.Unknown"/> if that is none, -1.</summary>
    internal static long OfEntry(Logbook book, int entry, ReadingId id, long nowMs)
    {
        if (entry < 0)
        {
            return Reading.Unknown;
        }

        HealthMeter health = book.Health;
        switch (id)
        {
            case ReadingId.ChargeIn:
                return book.Energy.Sum(entry, EnergyMeter.ChargeIn);
            case ReadingId.ChargeOut:
                return book.Energy.Sum(entry, EnergyMeter.ChargeOut);
            case ReadingId.EnergyIn:
                return book.Energy.Sum(entry, EnergyMeter.EnergyIn);
            case ReadingId.EnergyOut:
                return book.Energy.Sum(entry, EnergyMeter.EnergyOut);
            case ReadingId.Coverage:
                return Permille(book.Energy.SeenMs(entry), book.Energy.ElapsedMs(entry, nowMs));
            case ReadingId.CapacityMeasured:
                return health.CapacityMah(entry);
            case ReadingId.CapacityCoverage:
                return health.CapacityMah(entry) == Reading.Unknown ? Reading.Unknown : health.CoveragePermille(entry);
            case ReadingId.CapacityIsMinimum:
                return health.CapacityMah(entry) == Reading.Unknown ? Reading.Unknown : health.IsMinimum(entry) ? 1 : 0;
            case ReadingId.WeakCell:
                int cell = health.Get(entry, HealthId.WeakCell);
                return cell > 0 ? cell : Reading.Unknown;
            default:
                return Reading.Unknown;
        }
    }

    /// <summary>A reading of all batteries. Charge in series is the mean: it is one current through all.</summary>
    public static long OfBank(Logbook book, BatteryList batteries, BankWiring wiring, ReadingId id, long nowMs)
    {
        switch (id)
        {
            case ReadingId.WeakBattery:
            case ReadingId.WeakCell:
                Battery weak = WeakBattery(book, batteries);
                return weak == null ? Reading.Unknown : id == ReadingId.WeakBattery ? weak.Number : Get(book, weak, id, nowMs);
            case ReadingId.Coverage:
                return Coverage(book, batteries, nowMs);
            default:
                bool isMean = wiring == BankWiring.Series && (id == ReadingId.ChargeIn || id == ReadingId.ChargeOut);
                return Sum(book, batteries, id, isMean, nowMs);
        }
    }

    /// <summary>The battery with a weak group that holds least; null if no group is known to be weak.</summary>
    public static Battery WeakBattery(Logbook book, BatteryList batteries)
    {
        Battery weakest = null;
        int leastMah = int.MaxValue;
        for (int i = 0; i < batteries.Count; i++)
        {
            int entry = book.EntryOf(batteries[i]);
            if (entry >= 0 && book.Health.Get(entry, HealthId.WeakCell) > 0 && book.Health.CapacityMah(entry) < leastMah)
            {
                leastMah = book.Health.CapacityMah(entry);
                weakest = batteries[i];
            }
        }

        return weakest;
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

    private static long Sum(Logbook book, BatteryList batteries, ReadingId id, bool isMean, long nowMs)
    {
        long sum = 0;
        int known = 0;
        for (int i = 0; i < batteries.Count; i++)
        {
            long value = Get(book, batteries[i], id, nowMs);
            if (value != Reading.Unknown)
            {
                sum += value;
                known++;
            }
        }

        if (known == 0)
        {
            return Reading.Unknown;
        }

        return isMean ? sum / known : sum;
    }

    private static long Coverage(Logbook book, BatteryList batteries, long nowMs)
    {
        long seenMs = 0;
        long elapsedMs = 0;
        for (int i = 0; i < batteries.Count; i++)
        {
            int entry = book.EntryOf(batteries[i]);
            if (entry >= 0)
            {
                seenMs += book.Energy.SeenMs(entry);
                elapsedMs += book.Energy.ElapsedMs(entry, nowMs);
            }
        }

        return Permille(seenMs, elapsedMs);
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
