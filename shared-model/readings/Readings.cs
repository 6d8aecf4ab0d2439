using System;
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

    /// <summary>How many places <see cref="Fetched"/> has.</summary>
    public const int Slots = (int)ReadingId.Polls;

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

    /// <summary>
    /// What was fetched last, by <see cref="Slot"/>: nobody counts on it beyond one call. Each is in the unit of its key, of one with several
    /// items the first, and <see cref="Reading.Unknown"/> if it is not known. Energy in mWh goes beyond 32 bits after 2,147 kWh: hence longs.
    /// </summary>
    public long[] Fetched { get; } = new long[Slots];

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

    /// <summary>
    /// Fetches all readings of one thing that are no texts into <see cref="Fetched"/>. Those of a battery that is not live are of when it last
    /// was.
    /// </summary>
    /// <param name="scope">The bank, a battery, an alarm or the bus.</param>
    /// <param name="index">Which battery or alarm, 0..<see cref="CountOf"/> - 1; else 0.</param>
    /// <param name="nowMs">The time, ms: some readings are ages.</param>
    public void Fetch(ReadingScope scope, int index, long nowMs)
    {
        long[] values = Fetched;
        switch (scope)
        {
            case ReadingScope.Bank:
                BankReadings.Fetch(_bank, _bus.Batteries, _alarms, _book.Wall, values);
                EnergyReadings.Fetch(_book, _bus.Batteries, values, nowMs);
                break;
            case ReadingScope.Bus:
                BusReadings.Fetch(_bus.Counters, values, nowMs);
                break;
            case ReadingScope.Alarm:
                AlarmReadings.Fetch(_alarms[index], values, nowMs);
                break;
            default:
                Battery battery = _bus.Batteries[index];
                BatteryReadings.Fetch(battery, _alarms, _book.Wall, values, nowMs);
                EnergyReadings.Fetch(_book, battery, values, nowMs);
                break;
        }
    }

    /// <summary>
    /// Where a reading is in <see cref="Fetched"/>: those of the bank and of batteries by their id; those of the bus, and those of an alarm, in
    /// their order from 0 on.
    /// </summary>
    public static int Slot(ReadingId id) => (int)id < Slots ? (int)id
        : id < ReadingId.AlarmBattery ? id - ReadingId.Polls
        : id - ReadingId.AlarmBattery;

    /// <summary>The last values of a battery; null if there were none to show. They are not to be changed.</summary>
    /// <param name="index">Of which battery, 0..</param>
    public Telemetry Values(int index)
    {
        Battery battery = _bus.Batteries[index];
        return battery.HasValues ? battery.Values : null;
    }

    /// <summary>Writes a reading whose form is <see cref="ReadingForm.Text"/>.</summary>
    /// <param name="id">Which.</param>
    /// <param name="index">Of which battery or alarm, as in <see cref="Fetch"/>.</param>
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

    /// <summary>Whether <see cref="CopyText"/> has nothing in it that JSON, or whatever else, would want to be escaped.</summary>
    public bool IsPlain(ReadingId id, int index) =>
        id == ReadingId.SerialHex || (id == ReadingId.Serial && _bus.Batteries[index].HasPlainSerial);

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

        byte[] serial = battery.Serial;
        if (id == ReadingId.SerialHex)
        {
            return HexText.Copy(serial, 0, MessageFormat.SerialLength, buffer, offset);
        }

        if (!battery.HasPlainSerial)
        {
            return BatteryText.CopySerial(serial, buffer, offset);
        }

        Array.Copy(serial, 0, buffer, offset, MessageFormat.SerialLength);
        return MessageFormat.SerialLength;
    }
}
