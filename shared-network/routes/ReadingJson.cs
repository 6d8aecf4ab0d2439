using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>The readings of the bank, a battery, an alarm or the bus as members of a JSON object. One that is not known is left out.</summary>
internal sealed class ReadingJson
{
    // In place of a form: it has several items.
    private const byte Several = 255;

    /// <summary>How many readings are written at once. Most have some 25 bytes, and no object has more than two texts in a row.</summary>
    private const int RowsAtOnce = 10;

    // Those of the bank, then those of a battery, of an alarm, of the bus.
    private readonly byte[] _rows;
    private readonly byte[] _forms;
    private readonly int _battery;
    private readonly int _alarm;
    private readonly int _bus;

    private readonly Readings _readings;
    private readonly byte[] _text;
    private readonly long[] _values = new long[RowsAtOnce];

    /// <summary>Makes one.</summary>
    /// <param name="readings">What is written.</param>
    /// <param name="text">For its work while it writes, as others may have it: <see cref="Readings.MaxText"/> bytes.</param>
    public ReadingJson(Readings readings, byte[] text)
    {
        _text = text;
        _readings = readings;
        _battery = CountOf(ReadingScope.Bank);
        _alarm = _battery + CountOf(TopicRows.OfBattery);
        _bus = _alarm + CountOf(ReadingScope.Alarm);
        int count = _bus + CountOf(ReadingScope.Bus);
        _rows = new byte[count];
        _forms = new byte[count];
        Put(0, ReadingScope.Bank);
        Put(_battery, TopicRows.OfBattery);
        Put(_alarm, ReadingScope.Alarm);
        Put(_bus, ReadingScope.Bus);
    }

    /// <summary>Writes members from one on, as far as a part of a body may go.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="scope">Of the bank, a battery, an alarm or the bus.</param>
    /// <param name="index">Of which battery or alarm.</param>
    /// <param name="first">The first of its rows, 0..</param>
    /// <param name="nowMs">Time since start-up, ms.</param>
    /// <returns>The next row; 0: that was the last.</returns>
    public int Write(JsonWriter json, ReadingScope scope, int index, int first, long nowMs)
    {
        byte[] forms = _forms;
        FlashTexts texts = ReadingTable.Texts;
        byte[] rows = _rows;
        ushort[] keys = ReadingTable.Keys;
        long[] values = _values;
        int begin = First(scope) + first;
        int last = End(scope);
        int end = begin + RowsAtOnce;
        if (end > last)
        {
            end = last;
        }

        _readings.Fetch(rows, begin, end, scope, index, values, nowMs);
        for (int row = begin; row < end; row++)
        {
            if (forms[row] > (int)ReadingForm.Total)
            {
                WriteOther(json, row, index, values[row - begin]);
            }
            else if (values[row - begin] != Reading.Unknown)
            {
                json.Member(texts, keys[rows[row]], values[row - begin]);
            }
        }

        return end < last ? first + RowsAtOnce : 0;
    }

    private int First(ReadingScope scope) =>
        scope == ReadingScope.Battery ? _battery : scope == ReadingScope.Alarm ? _alarm : scope == ReadingScope.Bus ? _bus : 0;

    private int End(ReadingScope scope) =>
        scope == ReadingScope.Battery ? _alarm : scope == ReadingScope.Alarm ? _bus : scope == ReadingScope.Bus ? _rows.Length : _battery;

    private static int CountOf(ReadingScope scopes)
    {
        int count = 0;
        for (ReadingId id = 0; id < ReadingId.Count; id++)
        {
            count += IsTaken(id, scopes) ? 1 : 0;
        }

        return count;
    }

    private void Put(int at, ReadingScope scopes)
    {
        for (ReadingId id = 0; id < ReadingId.Count; id++)
        {
            if (IsTaken(id, scopes))
            {
                _rows[at] = (byte)id;
                _forms[at++] = ReadingTable.Items(id) > 1 ? Several : (byte)ReadingTable.Form(id);
            }
        }
    }

    private static bool IsTaken(ReadingId id, ReadingScope scopes) =>
        ReadingTable.IsOf(id, scopes) && ReadingTable.Texts.Length(ReadingTable.Key(id)) > 0;

    private void WriteOther(JsonWriter json, int row, int index, long value)
    {
        var id = (ReadingId)_rows[row];
        int form = _forms[row];
        if (form == (int)ReadingForm.Text)
        {
            WriteText(json, id, index);
            return;
        }

        if (form == Several)
        {
            WriteItems(json, id, index);
            return;
        }

        if (value == Reading.Unknown)
        {
            return;
        }

        WriteKey(json, id);
        switch ((ReadingForm)form)
        {
            case ReadingForm.Flag:
                json.Boolean(value != 0);
                break;
            case ReadingForm.Choice:
                WriteWord(json, id, (int)value);
                break;
            default:
                WriteSet(json, id, (int)value);
                break;
        }
    }

    private void WriteText(JsonWriter json, ReadingId id, int index)
    {
        int length = _readings.CopyText(id, index, _text, 0);
        if (length == 0)
        {
            return;
        }

        WriteKey(json, id);
        if (id == ReadingId.SerialHex)
        {
            json.PlainText(_text, 0, length);
        }
        else
        {
            json.Text(_text, 0, length);
        }
    }

    private void WriteItems(JsonWriter json, ReadingId id, int index)
    {
        Telemetry values = _readings.Values(index);
        if (values != null)
        {
            WriteKey(json, id);
            json.Numbers(values.Numbers, ReplyReadings.FirstItem(id), ReadingTable.Items(id));
        }
    }

    private static void WriteSet(JsonWriter json, ReadingId id, int bits)
    {
        json.OpenArray();
        for (int word = 0; bits >> word != 0; word++)
        {
            if ((bits >> word & 1) != 0)
            {
                WriteWord(json, id, word);
            }
        }

        json.CloseArray();
    }

    private static void WriteWord(JsonWriter json, ReadingId id, int word) =>
        json.Text(ReadingTable.Texts, ReadingTable.Word(id, word));

    private static void WriteKey(JsonWriter json, ReadingId id) => json.Key(ReadingTable.Texts, ReadingTable.Key(id));
}
