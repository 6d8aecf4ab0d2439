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
    private readonly TopicRows _rows;
    private readonly ReadingScope _scope;
    private readonly byte[] _text = new byte[Readings.MaxText];

    /// <param name="monitor">Whose values.</param>
    /// <param name="scope">What is asked of its readings.</param>
    /// <param name="rows">Which.</param>
    public StateBody(Monitor monitor, ReadingScope scope, TopicRows rows)
    {
        _monitor = monitor;
        _scope = scope;
        _rows = rows;
    }

    /// <summary>Writes it whole.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="index">Of which battery, 0..; else 0.</param>
    /// <param name="nowMs">Time since start-up, ms.</param>
    public void Write(JsonWriter json, int index, long nowMs)
    {
        BatteryState state = _scope == ReadingScope.Battery ? _monitor.Bus.Batteries[index].State : BatteryState.Live;
        byte[] ids = _rows.Ids;
        byte[] itemsOf = _rows.Items;
        byte[] decimals = _rows.Decimals;
        TextTable texts = ReadingTable.Texts;
        ushort[] keys = _rows.Keys;
        json.OpenObject();
        for (int row = 0; row < ids.Length; row++)
        {
            var id = (ReadingId)ids[row];
            int items = itemsOf[row];
            if (items == 1)
            {
                json.Key(texts, keys[row]);
                WriteValue(json, id, decimals[row], state, index, 0, nowMs);
                continue;
            }

            for (int item = 0; item < items; item++)
            {
                WriteKey(json, id, item + 1);
                WriteValue(json, id, decimals[row], state, index, item, nowMs);
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

    private void WriteValue(JsonWriter json, ReadingId id, int decimals, BatteryState state, int index, int item, long nowMs)
    {
        ReadingForm form = ReadingTable.Form(id);
        if (form == ReadingForm.Text)
        {
            WriteText(json, id, index);
            return;
        }

        long value = state != BatteryState.Live && IsOfNow(form, ReadingTable.Unit(id), state)
            ? Reading.Unknown
            : _monitor.Readings.Get(id, _scope, index, item, nowMs);
        if (value == Reading.Unknown && id == ReadingId.Soc && _scope == ReadingScope.Bank)
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
                ValueText.WriteNumber(json, value, decimals);
                break;
        }
    }

    // What a battery that is not live has no value of any more. What was counted stays.
    private static bool IsOfNow(ReadingForm form, ReadingUnit unit, BatteryState state) =>
        form == ReadingForm.Number && (state != BatteryState.Asleep || unit == ReadingUnit.Amperes || unit == ReadingUnit.Watts);

    private void WriteText(JsonWriter json, ReadingId id, int index)
    {
        int length = _monitor.Readings.CopyText(id, index, _text, 0, _scope);
        if (length > 0)
        {
            json.Text(_text, 0, length);
        }
        else
        {
            json.Null();
        }
    }
}
