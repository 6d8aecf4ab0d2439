using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>
/// The readings of the bank, a battery, an alarm or the bus as members of a JSON object, each with a comma in front. One that is not known
/// is left out.
/// </summary>
internal sealed partial class ReadingJson
{
    // By section where its lists begin, and where its values: those of the bank, of a battery, of an alarm, of the bus.
    private const int Bank = 0;
    private const int Battery = 2;
    private const int Alarm = 4;
    private const int Bus = 6;
    private readonly byte[] _bounds = new byte[Bus + 3];

    // By row where its reading is fetched to, where its key is, and how long that is; with a flag its value is no number.
    private const int WordsFlag = 0x80;
    private const int BooleanFlag = 0x40;
    private const int LengthMask = BooleanFlag - 1;
    private readonly byte[] _slots;
    private readonly ushort[] _keys;
    private readonly byte[] _lengths;

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
        _slots = new byte[count];
        _keys = new ushort[count];
        _lengths = new byte[count];
        for (int row = 0; row < count; row++)
        {
            var id = (ReadingId)ids[row];
            int key = ReadingTable.Member(id);
            ReadingForm form = ReadingTable.Form(id);
            bool hasWords = form == ReadingForm.Choice || form == ReadingForm.Set;
            int flag = form == ReadingForm.Flag ? BooleanFlag : hasWords ? WordsFlag : 0;
            _slots[row] = (byte)Readings.Slot(id);
            _keys[row] = ReadingTable.Texts.Start(key);
            _lengths[row] = (byte)(ReadingTable.Texts.Length(key) | flag);
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
        int end = _bounds[section + 1];
        Telemetry reply = scope == ReadingScope.Battery ? _readings.Values(index) : null;
        for (int row = _bounds[section]; row < end; row++)
        {
            var id = (ReadingId)(_slots[row] + shift);
            if (ReadingTable.Form(id) == ReadingForm.Text)
            {
                WriteText(json, id, index);
            }
            else if (reply != null)
            {
                WriteKey(json, id);
                json.Numbers(reply.Numbers, ReplyReadings.FirstItem(id), ReadingTable.Items(id));
            }
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
        int end = _bounds[section + 2];
        _readings.Fetch(scope, index, nowMs);
        long[] values = _readings.Fetched;
        int row = WriteNumbers(json, _bounds[section + 1], end, values);
        while (row < end)
        {
            int slot = _slots[row];
            WriteWords(json, (ReadingId)(slot + Shift(scope)), (int)values[slot]);
            row = WriteNumbers(json, row + 1, end, values);
        }
    }

    // From a slot to its reading.
    private static int Shift(ReadingScope scope) =>
        scope == ReadingScope.Bus ? (int)ReadingId.Polls : scope == ReadingScope.Alarm ? (int)ReadingId.AlarmBattery : 0;

    private static int Section(ReadingScope scope) =>
        scope == ReadingScope.Battery ? Battery : scope == ReadingScope.Bank ? Bank : scope == ReadingScope.Alarm ? Alarm : Bus;

    private int Put(byte[] ids, int at, int section, ReadingScope scopes)
    {
        _bounds[section] = (byte)at;
        at = Put(ids, at, scopes, areLists: true);
        _bounds[section + 1] = (byte)at;
        at = Put(ids, at, scopes, areLists: false);
        _bounds[section + 2] = (byte)at;
        return at;
    }

    private static int Put(byte[] ids, int at, ReadingScope scopes, bool areLists)
    {
        for (ReadingId id = 0; id < ReadingId.Count; id++)
        {
            bool isTaken = ReadingTable.IsOf(id, scopes) && ReadingTable.HasKey(id);
            if (isTaken && areLists == (ReadingTable.Form(id) == ReadingForm.Text || ReadingTable.Items(id) > 1))
            {
                ids[at++] = (byte)id;
            }
        }

        return at;
    }

    private void WriteText(JsonWriter json, ReadingId id, int index)
    {
        byte[] text = _readings.Text;
        int length = _readings.CopyText(id, index, text, 0);
        if (length == 0)
        {
            return;
        }

        WriteKey(json, id);
        if (id == ReadingId.SerialHex)
        {
            json.PlainText(text, 0, length);
        }
        else
        {
            json.Text(text, 0, length);
        }
    }

    private static void WriteKey(JsonWriter json, ReadingId id) => json.Member(ReadingTable.Texts, ReadingTable.Member(id));

    // Behind its key.
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
