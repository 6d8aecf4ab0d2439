using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// Keeps a <see cref="Logbook"/> in small records: four batteries each, the days, the graph. They are written every hour, and what a full
/// charge, an alarm or an owner has changed before that; one record a call, for a flash memory takes its time.
/// </summary>
internal sealed class LogbookStore
{
    // Of the layouts of the records, each of its own.
    private const byte BatteriesVersion = 2;
    private const byte DaysVersion = 2;
    private const byte GraphVersion = 2;

    private const int BatteriesPerRecord = 4;
    private const int BatteryRecords = Roster.Capacity / BatteriesPerRecord;

    // Of a battery: serial and turn, energy, extremes, health.
    private const int BatteryLength = 12 + 4 + (8 * 6) + (2 * ((int)ExtremeId.Count + 1)) + 17 + (2 * (int)HealthId.Count);

    /// <summary>Length of a record of batteries, with the sums of the bank behind them, bytes.</summary>
    internal const int RecordLength = TwoSlotRecord.Overhead + (BatteriesPerRecord * BatteryLength) + (8 * EnergyMeter.Sums);

    // A bit for each record: the batteries', then these.
    private const int DaysBit = 1 << BatteryRecords;
    private const int GraphBit = 2 << BatteryRecords;
    private const int EventBits = GraphBit - 1;

    private readonly Logbook _book;
    private readonly TwoSlotRecord[] _batteries = new TwoSlotRecord[BatteryRecords];
    private readonly TwoSlotRecord _days;
    private readonly TwoSlotRecord _graph;
    private readonly RecordCursor _cursor;
    private readonly byte[] _buffer;
    private int _wanted;
    private long _notBeforeMs;
    private long _hourMs;

    public LogbookStore(Logbook book, IStore store, RecordCursor cursor, byte[] work)
    {
        _book = book;
        _cursor = cursor;
        _buffer = work;
        _batteries[0] = new TwoSlotRecord(store, "batteries-0", BatteriesVersion);
        _batteries[1] = new TwoSlotRecord(store, "batteries-1", BatteriesVersion);
        _batteries[2] = new TwoSlotRecord(store, "batteries-2", BatteriesVersion);
        _batteries[3] = new TwoSlotRecord(store, "batteries-3", BatteriesVersion);
        _days = new TwoSlotRecord(store, "days", DaysVersion);
        _graph = new TwoSlotRecord(store, "graph", GraphVersion);
    }

    /// <summary>Something of one battery is to be written soon.</summary>
    public void Want(int entry) => _wanted |= (1 << (entry / BatteriesPerRecord)) | DaysBit;

    /// <summary>Something of all is to be written soon.</summary>
    public void Want() => _wanted |= EventBits;

    /// <summary>An owner has begun something anew: all is to be written now, or a power cut would bring back what was.</summary>
    public void WantNow()
    {
        Want();
        _notBeforeMs = 0;
    }

    public void Load(long nowMs)
    {
        for (int i = 0; i < BatteryRecords; i++)
        {
            if (_batteries[i].Load(_buffer, RecordLength))
            {
                _cursor.Begin(_buffer, TwoSlotRecord.Header);
                for (int entry = i * BatteriesPerRecord; entry < (i + 1) * BatteriesPerRecord; entry++)
                {
                    Read(entry, nowMs);
                }

                _book.Energy.ReadBank(_cursor);
            }
        }

        _book.Days.Load(_days, nowMs);
        _book.Graph.Load(_graph, nowMs);
        _hourMs = nowMs + Logbook.SaveMs;
        _notBeforeMs = nowMs + Logbook.MinSaveMs;
    }

    /// <summary>Writes one record, if one is to be written now.</summary>
    public void Update(long nowMs)
    {
        if (nowMs >= _hourMs)
        {
            _hourMs = nowMs + Logbook.SaveMs;
            _notBeforeMs = nowMs;
            _wanted = EventBits | GraphBit;
        }

        if (_wanted != 0 && nowMs >= _notBeforeMs)
        {
            SaveNext(nowMs);
            if (_wanted == 0)
            {
                _notBeforeMs = nowMs + Logbook.MinSaveMs;
            }
        }
    }

    public void SaveAll(long nowMs)
    {
        _wanted = EventBits | GraphBit;
        while (_wanted != 0)
        {
            SaveNext(nowMs);
        }
    }

    /// <summary>Writes the days, and lends the buffer that they are in until <see cref="TakeBack"/>.</summary>
    /// <returns>False: they could not be written, and the buffer is theirs still.</returns>
    public bool Lend(long nowMs) => _book.Days.Save(_days, nowMs);

    /// <summary>Fetches the days into their buffer again.</summary>
    public void TakeBack() => _book.Days.Restore(_days);

    // What cannot be written now is tried again within the hour.
    private void SaveNext(long nowMs)
    {
        int record = 0;
        while ((_wanted >> record & 1) == 0)
        {
            record++;
        }

        _wanted &= ~(1 << record);
        if (record < BatteryRecords)
        {
            SaveBatteries(record, nowMs);
        }
        else if (1 << record == DaysBit)
        {
            _book.Days.Save(_days, nowMs);
        }
        else
        {
            _book.Graph.Save(_graph);
        }
    }

    private void SaveBatteries(int record, long nowMs)
    {
        bool isAny = false;
        _cursor.Begin(_buffer, TwoSlotRecord.Header);
        for (int entry = record * BatteriesPerRecord; entry < (record + 1) * BatteriesPerRecord; entry++)
        {
            isAny |= _book.Roster.IsKept(entry);
            _book.Roster.Write(_cursor, entry);
            _book.Energy.Write(_cursor, entry, nowMs);
            _book.Extremes.Write(_cursor, entry);
            _book.Health.Write(_cursor, entry);
        }

        _book.Energy.WriteBank(_cursor);
        if (isAny)
        {
            _batteries[record].Save(_buffer, RecordLength);
        }
    }

    private void Read(int entry, long nowMs)
    {
        _book.Roster.Read(_cursor, entry);
        _book.Energy.Read(_cursor, entry, nowMs);
        _book.Energy.Interrupt(entry);
        _book.Extremes.Read(_cursor, entry);
        _book.Health.Read(_cursor, entry);
    }
}
