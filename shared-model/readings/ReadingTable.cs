namespace ValenceNano.Model;

/// <summary>
/// Every reading once, in the order of <see cref="ReadingId"/>: of what it is, its form and unit, its key in JSON, its name in an MQTT
/// topic, and its label for a person. <see cref="Readings"/> fetches the values. Texts are places in <see cref="Texts"/>.
/// </summary>
public static class ReadingTable
{
    // What stands in front of a row's texts, and behind a bar ends: of what it is, each the place of its bit in ReadingScope; its form, the
    // letter of its place in ReadingForm; its unit, the letter of its place in ReadingUnit. Rows are constants and so stay in flash.
    private const string Bank = "0";
    private const string Battery = "1";
    private const string BankAndBattery = Bank + Battery;
    private const string Cell = "2";
    private const string Board = "3";
    private const string Bus = "4";
    private const string Reply = "5";
    private const string Alarm = "6";

    private const string Number = "A";
    private const string Total = "B";
    private const string Flag = "C";
    private const string Choice = "D";
    private const string Set = "E";
    private const string Text = "F";
    private const string Time = "G";

    private const string None = "a|,\"";
    private const string Volts = "b|,\"";
    private const string Millivolts = "c|,\"";
    private const string Amperes = "d|,\"";
    private const string Watts = "e|,\"";
    private const string AmpereHours = "f|,\"";
    private const string KilowattHours = "g|,\"";
    private const string Charge = "h|,\"";
    private const string Share = "i|,\"";
    private const string Celsius = "j|,\"";
    private const string Minutes = "k|,\"";
    private const string Seconds = "l|,\"";

    // The end of a key: it has JSON's comma and quote in front and this behind it, so that it is copied at once. Most of a status are keys.
    private const string KeyEnd = "\":|";
    private const int BeforeKey = 2;
    private const int AroundKey = 4;

    private const int Rows = (int)ReadingId.Count;
    private const int Units = (int)ReadingUnit.Seconds + 1;

    // Where the texts of a row stand behind its key. Behind the words, if it has some, there is an empty text.
    private const int TopicText = 1;
    private const int LabelText = 2;
    private const int WordsText = 3;

    // Of the units, which come first: decimals, text, device class.
    private const int UnitTexts = 3;

    private static readonly FlashTexts _texts = new('|', AllTexts());
    private static readonly ushort[] _members = new ushort[Rows];

    // Of each row its form, its unit and above them the bits of what it is of.
    private static readonly ushort[] _codes = new ushort[Rows];
    private const int FormMask = 7;
    private const int UnitAt = 3;
    private const int UnitMask = 15;
    private const int ScopeAt = 7;

    // Of each unit the decimals that are shown, and above them all that the integer has.
    private static readonly byte[] _decimals = new byte[Units];
    private const int ShownMask = 15;
    private const int DecimalsAt = 4;

    static ReadingTable()
    {
        for (int unit = 0; unit < Units; unit++)
        {
            int decimals = unit * UnitTexts;
            _decimals[unit] = (byte)(((_texts.Byte(decimals, 0) - '0') << DecimalsAt) | (_texts.Byte(decimals, 1) - '0'));
        }

        int place = Units * UnitTexts;
        for (int row = 0; row < Rows; row++)
        {
            place = TakeRow(row, place);
        }
    }

    /// <summary>All texts.</summary>
    public static FlashTexts Texts => _texts;

    /// <summary>Whether JSON has the reading.</summary>
    public static bool HasKey(ReadingId id) => _texts.Length(Member(id)) > AroundKey;

    /// <summary>Where the JSON key is, with all that stands around it in an object that has members before: <c>,"voltage_mv":</c></summary>
    public static int Member(ReadingId id) => _members[(int)id];

    /// <summary>Copies the key alone into a buffer, from <paramref name="offset"/> on.</summary>
    /// <returns>Its length in bytes, 0 for a reading that JSON does not have.</returns>
    public static int CopyKey(ReadingId id, byte[] buffer, int offset) =>
        _texts.CopyPart(Member(id), BeforeKey, _texts.Length(Member(id)) - AroundKey, buffer, offset);

    /// <summary>Tells whether these bytes are the key.</summary>
    public static bool IsKey(ReadingId id, byte[] bytes, int offset, int count)
    {
        int member = Member(id);
        if (_texts.Length(member) != count + AroundKey)
        {
            return false;
        }

        int same = 0;
        while (same < count && _texts.Byte(member, BeforeKey + same) == bytes[offset + same])
        {
            same++;
        }

        return same == count;
    }

    /// <summary>
    /// Where its name in a topic is; an empty text for a reading that is not published. One for each cell: the number is added.
    /// </summary>
    public static int Topic(ReadingId id) => _members[(int)id] + TopicText;

    /// <summary>Where the label is.</summary>
    public static int Label(ReadingId id) => _members[(int)id] + LabelText;

    /// <summary>Where a word, 0.., of a <see cref="ReadingForm.Choice"/> or <see cref="ReadingForm.Set"/> is.</summary>
    public static int Word(ReadingId id, int word) => _members[(int)id] + WordsText + word;

    /// <summary>How many words such a row has.</summary>
    public static int WordCount(ReadingId id)
    {
        int words = 0;
        while (_texts.Length(Word(id, words)) > 0)
        {
            words++;
        }

        return words;
    }

    /// <summary>What the number is.</summary>
    public static ReadingForm Form(ReadingId id) => (ReadingForm)(_codes[(int)id] & FormMask);

    /// <summary>In which unit it is shown.</summary>
    public static ReadingUnit Unit(ReadingId id) => (ReadingUnit)(_codes[(int)id] >> UnitAt & UnitMask);

    /// <summary>Where the text of a unit is: "V".</summary>
    public static int UnitText(ReadingUnit unit) => ((int)unit * UnitTexts) + 1;

    /// <summary>Where Home Assistant's device class of a unit is; an empty text if it has none.</summary>
    public static int DeviceClass(ReadingUnit unit) => ((int)unit * UnitTexts) + 2;

    /// <summary>How many decimals the integer has in its unit: 13352 mV in V has 3.</summary>
    public static int Decimals(ReadingUnit unit) => _decimals[(int)unit] >> DecimalsAt;

    /// <summary>How many of them are shown to a person.</summary>
    public static int ShownDecimals(ReadingUnit unit) => _decimals[(int)unit] & ShownMask;

    /// <summary>Tells whether a reading is of this, or of one of these.</summary>
    public static bool IsOf(ReadingId id, ReadingScope scope) => (_codes[(int)id] >> ScopeAt & (int)scope) != 0;

    /// <summary>How many values it has in one battery: 4 of the cell groups, 2 of the board, else 1.</summary>
    public static int Items(ReadingId id) =>
        IsOf(id, ReadingScope.Cell) ? Protocol.Telemetry.CellCount : IsOf(id, ReadingScope.Board) ? Protocol.Telemetry.BoardCount : 1;

    // Answers where the next one begins.
    private static int TakeRow(int row, int place)
    {
        for (int i = 0; i < _texts.Length(place); i++)
        {
            _codes[row] |= (ushort)CodeOf(_texts.Byte(place, i));
        }

        _members[row] = (ushort)(place + 1);
        int words = place + 1 + WordsText;
        bool hasWords = Form((ReadingId)row) == ReadingForm.Choice || Form((ReadingId)row) == ReadingForm.Set;
        return hasWords ? words + WordCount((ReadingId)row) + 1 : words;
    }

    private static int CodeOf(int letter) => letter < 'A' ? 1 << (letter - '0' + ScopeAt)
        : letter < 'a' ? letter - 'A'
        : (letter - 'a') << UnitAt;

    private static string[] AllTexts() =>
    [
        // Of each unit how many decimals the integer has, and how many of them are shown; its text; Home Assistant's device class.
        "00|||"
            + "32|V|voltage|"
            + "00|mV|voltage|"
            + "32|A|current|"
            + "30|W|power|"
            + "31|Ah||"
            + "62|kWh|energy|"
            + "10|%|battery|"
            + "10|%||"
            + "00|°C|temperature|"
            + "00|min|duration|"
            + "30|s|duration",

        // Of each reading of what it is, its form and its unit; its key; its name in a topic; its label; its words, and an empty text behind them.
        Battery + Text + None + "serial_hex" + KeyEnd + "|Serial, hex|"
            + Battery + Text + None + "serial" + KeyEnd + "|Serial|"
            + Battery + Number + None + "number" + KeyEnd + "|Number|"
            + Battery + Text + None + "name" + KeyEnd + "|Name|"
            + Battery + Number + None + "bus_id" + KeyEnd + "|Bus id|"
            + Battery + Choice + None + "state" + KeyEnd + "state|State|lost|asleep|live|no_data||"
            + Battery + Number + Seconds + "age_ms" + KeyEnd + "|Age of the values|"
            + BankAndBattery + Time + None + KeyEnd + "last_seen|Last seen|"
            + Bank + Number + None + "batteries" + KeyEnd + "batteries|Batteries|"
            + Bank + Number + None + "live" + KeyEnd + "live|Live batteries|"
            + BankAndBattery + Reply + Number + Charge + "soc_permille" + KeyEnd + "soc|State of charge|"
            + BankAndBattery + Flag + None + "soc_in_doubt" + KeyEnd + "soc_in_doubt|State of charge in doubt",
        BankAndBattery + Reply + Number + Volts + "voltage_mv" + KeyEnd + "voltage|Voltage|"
            + BankAndBattery + Reply + Number + Amperes + "current_ma" + KeyEnd + "current|Current|"
            + Battery + Reply + Number + Amperes + "current2_ma" + KeyEnd + "|Second current|"
            + BankAndBattery + Number + Watts + "power_mw" + KeyEnd + "power|Power|"
            + BankAndBattery + Number + Watts + KeyEnd + "charge_power|Charge power|"
            + BankAndBattery + Number + Watts + KeyEnd + "discharge_power|Discharge power|"
            + Cell + Reply + Number + Volts + "cell_mv" + KeyEnd + "cell|Cell|"
            + BankAndBattery + Reply + Number + Volts + "cell_max_mv" + KeyEnd + "|Highest cell|"
            + BankAndBattery + Reply + Number + Volts + "cell_min_mv" + KeyEnd + "|Lowest cell|"
            + BankAndBattery + Number + Millivolts + KeyEnd + "cell_spread|Cell spread|"
            + Cell + Reply + Number + Celsius + "cell_c" + KeyEnd + "|Cell temperature|"
            + Battery + Number + Celsius + KeyEnd + "temperature_max|Hottest cell",
        Board + Reply + Number + Celsius + "board_c" + KeyEnd + "|Board temperature|"
            + Battery + Reply + Flag + None + "consistent" + KeyEnd + "|Values agree|"
            + Battery + Reply + Set + None + "broken" + KeyEnd + "|Broken rules|cell_max_mv|cell_min_mv|voltage_sum|voltage_again|soc_again|cell_c|board_c||"
            + Bank + Number + AmpereHours + "remaining_mah" + KeyEnd + "remaining|Charge left|"
            + Bank + Number + Minutes + "to_empty_min" + KeyEnd + "time_to_empty|Time to empty|"
            + Bank + Number + Minutes + "to_full_min" + KeyEnd + "time_to_full|Time to full|"
            + BankAndBattery + Total + AmpereHours + "charge_in_mah" + KeyEnd + "|Charge in|"
            + BankAndBattery + Total + AmpereHours + "charge_out_mah" + KeyEnd + "|Charge out",
        BankAndBattery + Total + KilowattHours + "energy_in_mwh" + KeyEnd + "energy_in|Energy in|"
            + BankAndBattery + Total + KilowattHours + "energy_out_mwh" + KeyEnd + "energy_out|Energy out|"
            + BankAndBattery + Number + Share + "coverage_permille" + KeyEnd + "|Time seen|"
            + Battery + Number + AmpereHours + "capacity_measured_mah" + KeyEnd + "capacity_measured|Measured capacity|"
            + Battery + Number + Share + "capacity_coverage_permille" + KeyEnd + "|Seen of the measurement|"
            + Battery + Flag + None + "capacity_is_minimum" + KeyEnd + "|Capacity is at least|"
            + Bank + Number + None + "weak_battery" + KeyEnd + "|Weak battery|"
            + BankAndBattery + Number + None + "weak_cell" + KeyEnd + "|Weak cell|"
            + BankAndBattery + Flag + None + KeyEnd + "alarm|Problem|"
            + BankAndBattery + Text + None + KeyEnd + "alarm_text|Problem in words",
        Bus + Total + None + "polls" + KeyEnd + "polls|Requests|"
            + Bus + Total + None + "replies" + KeyEnd + "replies|Replies|"
            + Bus + Total + None + "timeouts" + KeyEnd + "timeouts|Requests without answer|"
            + Bus + Total + None + "crc_errors" + KeyEnd + "crc_errors|Corrupt answers|"
            + Bus + Total + None + "wrong_replies" + KeyEnd + "wrong_replies|Replies of another battery|"
            + Bus + Total + None + "refused" + KeyEnd + "refused|Refusals|"
            + Bus + Total + None + "other_replies" + KeyEnd + "other_replies|Replies of another length|"
            + Bus + Total + None + "inconsistent" + KeyEnd + "inconsistent|Contradicting replies|"
            + Bus + Total + None + "junk_bytes" + KeyEnd + "junk_bytes|Junk bytes|"
            + Bus + Total + None + "rounds" + KeyEnd + "rounds|Discovery rounds",
        Bus + Total + None + "assigned" + KeyEnd + "assigned|Bus ids assigned|"
            + Bus + Total + None + "renumbered" + KeyEnd + "renumbered|Renumbered|"
            + Bus + Total + None + "yielded" + KeyEnd + "yielded|Gave way|"
            + Bus + Number + Minutes + KeyEnd + "uptime|Running for|"
            + Alarm + Number + None + "battery" + KeyEnd + "|Battery|"
            + Alarm + Number + None + "cell" + KeyEnd + "|Cell|"
            + Alarm + Text + None + "kind" + KeyEnd + "|Kind|"
            + Alarm + Choice + None + "severity" + KeyEnd + "|Severity|warning|alarm||"
            + Alarm + Number + None + "value" + KeyEnd + "|Value|"
            + Alarm + Number + None + "limit" + KeyEnd + "|Limit|"
            + Alarm + Text + None + "unit" + KeyEnd + "|Unit|"
            + Alarm + Text + None + "text" + KeyEnd + "|Text|"
            + Alarm + Flag + None + "seen" + KeyEnd + "|Acknowledged|"
            + Alarm + Flag + None + "over" + KeyEnd + "|Over|"
            + Alarm + Number + Seconds + "over_ms" + KeyEnd + "|Over for",
    ];
}
