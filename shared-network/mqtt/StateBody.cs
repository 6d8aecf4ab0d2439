using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>
/// The values of a bank, a battery or the bus as one JSON object with decimals. What is not known is null, and so is what is not of now: of a
/// battery that sleeps current and power, of one that is lost all that it measures.
/// </summary>
internal sealed class StateBody
{
    private readonly Monitor _monitor;
    private readonly Readings _readings;
    private readonly TopicRows _rows = new();

    /// <param name="monitor">Whose values.</param>
    public StateBody(Monitor monitor)
    {
        _monitor = monitor;
        _readings = monitor.Readings;
    }

    /// <summary>Writes it whole.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="scope">Of the bank, a battery or the bus.</param>
    /// <param name="index">Of which battery, 0..; else 0.</param>
    /// <param name="nowMs">Time since start-up, ms.</param>
    public void Write(JsonWriter json, ReadingScope scope, int index, long nowMs)
    {
        bool isOfBattery = scope == ReadingScope.Battery;
        BatteryState state = isOfBattery ? _monitor.Bus.Batteries[index].State : BatteryState.Live;
        FlashTexts texts = ReadingTable.Texts;
        byte[] ids = _rows.Ids;
        int end = _rows.End(scope);
        _readings.Fetch(scope, index, nowMs);
        long[] values = _readings.Fetched;
        if (isOfBattery && values[(int)ReadingId.CapacityIsMinimum] == 1)
        {
            // Who reads a topic takes it for the capacity, and not for what was seen of it so far.
            values[(int)ReadingId.CapacityMeasured] = Reading.Unknown;
        }

        json.OpenObject();
        for (int row = _rows.First(scope); row < end; row++)
        {
            var id = (ReadingId)ids[row];
            int items = isOfBattery ? ReadingTable.Items(id) : 1;
            if (items == 1)
            {
                json.Key(texts, ReadingTable.Topic(id));
                WriteValue(json, id, state, scope, index, values[Readings.Slot(id)]);
                continue;
            }

            Telemetry reply = _readings.Values(index);
            for (int item = 0; item < items; item++)
            {
                WriteKey(json, id, item + 1);
                WriteValue(json, id, state, scope, index, reply == null ? Reading.Unknown : ReplyReadings.Item(reply, id, item));
            }
        }

        json.CloseObject();
    }

    /// <summary>Writes the key of a value: its name, and behind it the number of a cell group.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="id">Which.</param>
    /// <param name="number">Of which cell group, 1..; 0: it has one value.</param>
    public static void WriteKey(JsonWriter json, ReadingId id, int number)
    {
        json.Key(ReadingTable.Texts, ReadingTable.Topic(id));
        if (number > 0)
        {
            // Between the key and its colon.
            json.Begin(json.Count - 2);
            json.Raw((byte)'_');
            json.Raw((byte)('0' + number));
            json.Raw((byte)'"');
            json.Raw((byte)':');
        }
    }

    private void WriteValue(JsonWriter json, ReadingId id, BatteryState state, ReadingScope scope, int index, long value)
    {
        ReadingForm form = ReadingTable.Form(id);
        if (form == ReadingForm.Text)
        {
            WriteText(json, id, scope, index);
            return;
        }

        if (state != BatteryState.Live && IsOfNow(form, ReadingTable.Unit(id), state))
        {
            value = Reading.Unknown;
        }

        if (value == Reading.Unknown && id == ReadingId.Soc && scope == ReadingScope.Bank)
        {
            value = _monitor.Bank.RestingSocPermille;
        }

        if (value == Reading.Unknown)
        {
            json.Null();
            return;
        }

        switch (form)
        {
            case ReadingForm.Flag:
                json.Boolean(value != 0);
                break;
            case ReadingForm.Choice:
                json.Text(ReadingTable.Texts, ReadingTable.Word(id, (int)value));
                break;
            case ReadingForm.Time:
                ValueText.WriteTime(json, value);
                break;
            default:
                ValueText.WriteNumber(json, value, ReadingTable.Decimals(ReadingTable.Unit(id)));
                break;
        }
    }

    // What a battery that is not live has no value of any more. What was counted stays.
    private static bool IsOfNow(ReadingForm form, ReadingUnit unit, BatteryState state) =>
        form == ReadingForm.Number && (state != BatteryState.Asleep || unit == ReadingUnit.Amperes || unit == ReadingUnit.Watts);

    private void WriteText(JsonWriter json, ReadingId id, ReadingScope scope, int index)
    {
        int length = _readings.CopyText(id, index, _readings.Text, 0, scope);
        if (length > 0)
        {
            json.Text(_readings.Text, 0, length);
        }
        else
        {
            json.Null();
        }
    }
}
