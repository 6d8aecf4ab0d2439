using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// Fetches what <see cref="ReadingTable"/> lists. A face goes through the rows of a scope, and writes each by its form: it lists no
/// fields of its own.
/// </summary>
public sealed class Readings
{
    /// <summary>The longest text of <see cref="CopyText"/>, bytes.</summary>
    public const int MaxText = 64;

    private readonly BusMonitor _bus;
    private readonly Bank _bank;
    private readonly AlarmList _alarms;
    private readonly Logbook _book;
    private readonly Settings _settings;

    /// <summary>Makes one that fetches from these.</summary>
    public Readings(BusMonitor bus, Bank bank, AlarmList alarms, Logbook book, Settings settings)
    {
        _bus = bus;
        _bank = bank;
        _alarms = alarms;
        _book = book;
        _settings = settings;
    }

    /// <summary>For whoever puts a text together within one call: nobody leaves anything in it.</summary>
    public TextLine Line { get; } = new();

    /// <summary>The same for a text of UTF-8: <see cref="MaxText"/> bytes.</summary>
    public byte[] Text { get; } = new byte[MaxText];

    /// <summary>How many there are of what a scope is of: batteries, alarms; else 1.</summary>
    public int CountOf(ReadingScope scope)
    {
        switch (scope)
        {
            case ReadingScope.Alarm:
                return _alarms.Count;
            case ReadingScope.Bank:
            case ReadingScope.Bus:
                return 1;
            default:
                return _bus.Batteries.Count;
        }
    }

    /// <summary>Fetches a reading. Those of a battery that is not live are of when it last was.</summary>
    /// <param name="id">Which.</param>
    /// <param name="scope">Of what, one of those that its row has.</param>
    /// <param name="index">Of which battery or alarm, 0..<see cref="CountOf"/> - 1; else 0.</param>
    /// <param name="item">Which of its <see cref="ReadingTable.Items"/>, 0..</param>
    /// <param name="nowMs">The time, ms: some readings are ages.</param>
    /// <returns>
    /// The value in the unit of its key; <see cref="Reading.Unknown"/> if it is not known. Energy in mWh goes beyond 32 bits after
    /// 2,147 kWh:
    /// hence a long.
    /// </returns>
    public long Get(ReadingId id, ReadingScope scope, int index, int item, long nowMs)
    {
        if (id == ReadingId.LastSeen)
        {
            return LastSeen(scope, index);
        }

        switch (scope)
        {
            case ReadingScope.Bank:
                return OfBank(id, nowMs);
            case ReadingScope.Bus:
                return BusReadings.Get(_bus.Counters, id, nowMs);
            case ReadingScope.Alarm:
                return AlarmReadings.Get(_alarms[index], id, nowMs);
            default:
                return OfBattery(_bus.Batteries[index], id, item, nowMs);
        }
    }

    /// <summary>Fetches several readings of one thing, as <see cref="Get"/> does each: what they are of is looked up once.</summary>
    /// <param name="ids">Which, in any order; of one with several items the first.</param>
    /// <param name="from">The first that is wanted, 0..</param>
    /// <param name="to">The first that is not.</param>
    /// <param name="scope">Of what.</param>
    /// <param name="index">Of which.</param>
    /// <param name="values">Where to, one behind the other from the first place on.</param>
    /// <param name="nowMs">The time, ms.</param>
    public void Fetch(byte[] ids, int from, int to, ReadingScope scope, int index, long[] values, long nowMs)
    {
        switch (scope)
        {
            case ReadingScope.Bank:
                for (int i = from; i < to; i++)
                {
                    values[i - from] = OfBank((ReadingId)ids[i], nowMs);
                }

                break;
            case ReadingScope.Bus:
                BusCounters counters = _bus.Counters;
                for (int i = from; i < to; i++)
                {
                    values[i - from] = BusReadings.Get(counters, (ReadingId)ids[i], nowMs);
                }

                break;
            case ReadingScope.Alarm:
                Alarm alarm = _alarms[index];
                for (int i = from; i < to; i++)
                {
                    values[i - from] = AlarmReadings.Get(alarm, (ReadingId)ids[i], nowMs);
                }

                break;
            default:
                FetchOfBattery(ids, from, to, _bus.Batteries[index], values, nowMs);
                break;
        }
    }

    private void FetchOfBattery(byte[] ids, int from, int to, Battery battery, long[] values, long nowMs)
    {
        Telemetry reply = battery.HasValues ? battery.Values : null;
        int entry = _book.EntryOf(battery);
        for (int i = from; i < to; i++)
        {
            int id = ids[i];
            values[i - from] = id >= (int)ReadingId.ChargeIn && id <= (int)ReadingId.WeakCell
                ? EnergyReadings.OfEntry(_book, entry, (ReadingId)id, nowMs)
                : BatteryReadings.Get(battery, reply, _alarms, (ReadingId)id, 0, nowMs);
        }
    }

    private long OfBank(ReadingId id, long nowMs) => id >= ReadingId.ChargeIn && id <= ReadingId.WeakCell
        ? EnergyReadings.OfBank(_book, _bus.Batteries, _settings.Wiring, id, nowMs)
        : BankReadings.Get(_bank, _alarms, id);

    private long OfBattery(Battery battery, ReadingId id, int item, long nowMs) => ReadingTable.IsKept(id)
        ? EnergyReadings.Get(_book, battery, id, nowMs)
        : BatteryReadings.Get(battery, battery.HasValues ? battery.Values : null, _alarms, id, item, nowMs);

    /// <summary>The last values of a battery; null if there were none to show. They are not to be changed.</summary>
    /// <param name="index">Of which battery, 0..</param>
    public Telemetry Values(int index)
    {
        Battery battery = _bus.Batteries[index];
        return battery.HasValues ? battery.Values : null;
    }

    /// <summary>Writes a reading whose form is <see cref="ReadingForm.Text"/>.</summary>
    /// <param name="id">Which.</param>
    /// <param name="index">Of which battery or alarm, as in <see cref="Get"/>.</param>
    /// <param name="buffer">Where to; <see cref="MaxText"/> bytes must fit behind <paramref name="offset"/>.</param>
    /// <param name="offset">From where on.</param>
    /// <param name="scope">Of what, where its row has several.</param>
    /// <returns>How many bytes of UTF-8 were written; 0: the text is not known.</returns>
    public int CopyText(ReadingId id, int index, byte[] buffer, int offset, ReadingScope scope = ReadingScope.Battery)
    {
        if (id <= ReadingId.Name)
        {
            return CopyTextOf(_bus.Batteries[index], id, buffer, offset);
        }

        TextLine line = Line.Clear();
        switch (id)
        {
            case ReadingId.AlarmKind:
                line.Add(AlarmTable.Words, AlarmTable.Key(_alarms[index].Kind));
                break;
            case ReadingId.AlarmUnit:
                line.Add(AlarmTable.Words, AlarmTable.UnitText(_alarms[index].Kind));
                break;
            case ReadingId.AlarmText:
                AlarmText.Add(line, _alarms[index]);
                break;
            case ReadingId.ProblemText:
                Alarm worst = _alarms.Worst(scope == ReadingScope.Bank ? null : _bus.Batteries[index]);
                if (worst != null)
                {
                    AlarmText.Add(line, worst);
                }

                break;
        }

        return Utf8Text.Copy(line, buffer, offset);
    }

    private long LastSeen(ReadingScope scope, int index)
    {
        long newestMs = -1;
        int first = scope == ReadingScope.Bank ? 0 : index;
        int end = scope == ReadingScope.Bank ? _bus.Batteries.Count : index + 1;
        for (int i = first; i < end; i++)
        {
            Battery battery = _bus.Batteries[i];
            if (battery.HasValues && battery.ValuesMs > newestMs)
            {
                newestMs = battery.ValuesMs;
            }
        }

        return newestMs >= 0 && _book.Wall.IsKnown ? _book.Wall.UtcMs(newestMs) : Reading.Unknown;
    }

    private int CopyTextOf(Battery battery, ReadingId id, byte[] buffer, int offset)
    {
        if (id == ReadingId.Name)
        {
            return _settings.Names.Copy(battery.Serial, buffer, offset);
        }

        if (!battery.HasSerial)
        {
            return 0;
        }

        return id == ReadingId.Serial
            ? BatteryText.CopySerial(battery.Serial, buffer, offset)
            : BatteryText.CopySerialHex(battery.Serial, buffer, offset);
    }
}
