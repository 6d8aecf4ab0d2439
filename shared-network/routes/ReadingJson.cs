using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>
/// The readings of the bank, a battery, an alarm or the bus as members of a JSON object, each with a comma in front. One that is not known
/// is left out.
/// </summary>
internal sealed partial class ReadingJson
{
    // By section where its rows of each form begin; behind the last one where they end. The sections are those of the bank, of a battery, of
    // an alarm, of the bus.
    private const int Lists = 0;
    private const int Numbers = 1;
    private const int Flags = 2;
    private const int Words = 3;
    private const int Forms = 4;
    private const int Bank = 0;
    private const int Battery = Bank + Forms;
    private const int Alarm = Battery + Forms;
    private const int Bus = Alarm + Forms;
    private readonly byte[] _bounds = new byte[Bus + Forms + 1];

    // By row where its reading is fetched to, where its key is, and how long that is.
    private readonly byte[] _slots;
    private readonly ushort[] _keys;
    private readonly byte[] _lengths;

    // In WebText.UnknownBytes where the digits stand of bytes of a data reply.
    private const int DigitsOf7 = 17;
    private const int DigitsOf8 = 29;
    private const int DigitsOf11 = DigitsOf8 + 6;
    private const int DigitsOf21 = 54;
    private const int DigitsOf45 = 69;

    private readonly Readings _readings;

    /// <summary>Makes one of what is to be written.</summary>
    public ReadingJson(Readings readings)
    {
        _readings = readings;
        var ids = new byte[2 * (int)ReadingId.Count];
        int count = Put(ids, 0, Bank, ReadingScope.Bank);
        count = Put(ids, count, Battery, TopicRows.OfBattery);
        count = Put(ids, count, Alarm, ReadingScope.Alarm);
        count = Put(ids, count, Bus, ReadingScope.Bus);
        _bounds[Bus + Forms] = (byte)count;
        _slots = new byte[count];
        _keys = new ushort[count];
        _lengths = new byte[count];
        for (int row = 0; row < count; row++)
        {
            var id = (ReadingId)ids[row];
            int key = ReadingTable.Member(id);
            _slots[row] = (byte)Readings.Slot(id);
            _keys[row] = ReadingTable.Texts.Start(key);
            _lengths[row] = (byte)ReadingTable.Texts.Length(key);
        }
    }

    /// <summary>Writes its texts, and what has several items.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="scope">Of a battery or an alarm: the others have none.</param>
    /// <param name="index">Of which.</param>
    public void WriteLists(JsonWriter json, ReadingScope scope, int index)
    {
        int section = Section(scope);
        int shift = Shift(scope);
        int end = _bounds[section + Numbers];
        Telemetry reply = scope == ReadingScope.Battery ? _readings.Values(index) : null;
        for (int row = _bounds[section + Lists]; row < end; row++)
        {
            var id = (ReadingId)(_slots[row] + shift);
            if (ReadingTable.Form(id) == ReadingForm.Text)
            {
                WriteText(json, row, id, index);
            }
            else if (reply != null)
            {
                WriteKey(json, row);
                json.Numbers(reply.Numbers, ReplyReadings.FirstItem(id), ReadingTable.Items(id));
            }
        }

        if (reply != null)
        {
            WriteUnknown(json, reply);
        }
    }

    /// <summary>Writes all that have one value.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="scope">Of the bank, a battery, an alarm or the bus.</param>
    /// <param name="index">Of which battery or alarm.</param>
    /// <param name="nowMs">Time since start-up, ms.</param>
    public void WriteValues(JsonWriter json, ReadingScope scope, int index, long nowMs)
    {
        int section = Section(scope);
        byte[] bounds = _bounds;
        _readings.Fetch(scope, index, nowMs);
        long[] values = _readings.Fetched;
        WriteNumbers(json, bounds[section + Numbers], bounds[section + Flags], values);
        WriteFlags(json, bounds[section + Flags], bounds[section + Words], values);
        WriteWords(json, bounds[section + Words], bounds[section + Forms], values, Shift(scope));
    }

    // From a slot to its reading.
    private static int Shift(ReadingScope scope) =>
        scope == ReadingScope.Bus ? (int)ReadingId.Polls : scope == ReadingScope.Alarm ? (int)ReadingId.AlarmBattery : 0;

    private static int Section(ReadingScope scope) =>
        scope == ReadingScope.Battery ? Battery : scope == ReadingScope.Bank ? Bank : scope == ReadingScope.Alarm ? Alarm : Bus;

    private int Put(byte[] ids, int at, int section, ReadingScope scopes)
    {
        for (int form = 0; form < Forms; form++)
        {
            _bounds[section + form] = (byte)at;
            at = PutForm(ids, at, scopes, form);
        }

        return at;
    }

    private static int PutForm(byte[] ids, int at, ReadingScope scopes, int form)
    {
        for (ReadingId id = 0; id < ReadingId.Count; id++)
        {
            if (ReadingTable.IsOf(id, scopes) && ReadingTable.HasKey(id) && FormOf(id) == form)
            {
                ids[at++] = (byte)id;
            }
        }

        return at;
    }

    private static int FormOf(ReadingId id)
    {
        ReadingForm form = ReadingTable.Form(id);
        return form == ReadingForm.Text || ReadingTable.Items(id) > 1 ? Lists
            : form == ReadingForm.Flag ? Flags
            : form == ReadingForm.Choice || form == ReadingForm.Set ? Words
            : Numbers;
    }

    // The bytes that nobody has decoded: a text with room for their digits, and then these.
    private static void WriteUnknown(JsonWriter json, Telemetry reply)
    {
        byte[] buffer = json.Buffer;
        int at = json.Count;
        json.Raw(WebText.UnknownBytes);
        int[] numbers = reply.Numbers;
        int own = numbers[Telemetry.FirstUnknown];
        HexText.PutLow(own, 1, buffer, at + DigitsOf7);
        HexText.PutLow(own >> 8, 3, buffer, at + DigitsOf8);
        HexText.PutLow(numbers[Telemetry.FirstUnknown + 1], 4, buffer, at + DigitsOf11);
        HexText.PutLow(numbers[Telemetry.FirstUnknown + 2], 2, buffer, at + DigitsOf21);
        HexText.PutLow(numbers[Telemetry.FirstUnknown + 3], 4, buffer, at + DigitsOf45);
    }

    private void WriteText(JsonWriter json, int row, ReadingId id, int index)
    {
        byte[] text = _readings.Text;
        int length = _readings.CopyText(id, index, text, 0);
        if (length == 0)
        {
            return;
        }

        WriteKey(json, row);
        if (_readings.IsPlain(id, index))
        {
            json.PlainText(text, 0, length);
        }
        else
        {
            json.Text(text, 0, length);
        }
    }

    private void WriteKey(JsonWriter json, int row)
    {
        int key = _keys[row];
        json.Member(ReadingTable.Texts.Strings[key >> FlashTexts.NumberShift], key & FlashTexts.OffsetMask, _lengths[row]);
    }

    private void WriteFlags(JsonWriter json, int row, int end, long[] values)
    {
        for (; row < end; row++)
        {
            long value = values[_slots[row]];
            if (value != Reading.Unknown)
            {
                WriteKey(json, row);
                json.Boolean(value != 0);
            }
        }
    }

    private void WriteWords(JsonWriter json, int row, int end, long[] values, int shift)
    {
        for (; row < end; row++)
        {
            int slot = _slots[row];
            long value = values[slot];
            if (value != Reading.Unknown)
            {
                WriteKey(json, row);
                WriteWords(json, (ReadingId)(slot + shift), (int)value);
            }
        }
    }

    private static void WriteWords(JsonWriter json, ReadingId id, int value)
    {
        if (ReadingTable.Form(id) == ReadingForm.Choice)
        {
            WriteWord(json, id, value);
        }
        else
        {
            WriteSet(json, id, value);
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
}
