namespace ValenceNano.Model;

/// <summary>
/// Every reading once, in the order of <see cref="ReadingId"/>: of what it is, its form and unit, its key in JSON, its name in an MQTT
/// topic, and its label for a person. <see cref="Readings"/> fetches the values. Texts are places in <see cref="Text"/>, their lengths
/// in the byte in front of them.
/// </summary>
public static class ReadingTable
{
    private const int Rows = (int)ReadingId.Count;
    private const int Units = (int)ReadingUnit.Seconds + 1;
    private const ReadingScope BankAndBattery = ReadingScope.Bank | ReadingScope.Battery;
    private const ReadingScope OfReply = ReadingScope.Battery | ReadingScope.Reply;

    private static readonly TextTable _texts = new();
    private static readonly byte[] _scopes = new byte[Rows];
    private static readonly byte[] _forms = new byte[Rows];
    private static readonly byte[] _units = new byte[Rows];
    private static readonly ushort[] _keys = new ushort[Rows];
    private static readonly ushort[] _topics = new ushort[Rows];
    private static readonly ushort[] _labels = new ushort[Rows];
    private static readonly ushort[] _words = new ushort[Rows];
    private static readonly ushort[] _unitTexts = new ushort[Units];
    private static readonly ushort[] _unitClasses = new ushort[Units];
    private static readonly byte[] _decimals = new byte[Units];
    private static readonly byte[] _shown = new byte[Units];
    private static ushort _nothing;

    static ReadingTable()
    {
        _nothing = _texts.Add("");
        AddUnits();
        AddOfBattery();
        AddOfReply();
        AddOfEnergy();
        AddOfBus();
        AddOfAlarm();
        _texts.Complete();
    }

    /// <summary>All texts, UTF-8.</summary>
    public static byte[] Text => _texts.Bytes;

    /// <summary>How many bytes the text at a place of <see cref="Text"/> has.</summary>
    public static int Length(int place) => _texts.Length(place);

    /// <summary>Whether a <see cref="Logbook"/> keeps it: energy, capacity, the weak group.</summary>
    internal static bool IsKept(ReadingId id) => id >= ReadingId.ChargeIn && id <= ReadingId.WeakCell;

    /// <summary>
    /// Where the JSON key is; an empty text for a reading that JSON does not have. Behind it stand the quote and the colon that end it in
    /// an object, so that <see cref="Length"/> + 2 bytes are copied at once.
    /// </summary>
    public static int Key(ReadingId id) => _keys[(int)id];

    /// <summary>
    /// Where its name in a topic is; an empty text for a reading that is not published. One for each cell: the number is added.
    /// </summary>
    public static int Topic(ReadingId id) => _topics[(int)id];

    /// <summary>Where the label is.</summary>
    public static int Label(ReadingId id) => _labels[(int)id];

    /// <summary>Where the words of a <see cref="ReadingForm.Choice"/> or <see cref="ReadingForm.Set"/> are.</summary>
    public static int Words(ReadingId id) => _words[(int)id];

    /// <summary>Where a word begins; the row must have so many.</summary>
    public static int WordStart(ReadingId id, int word) => _texts.WordStart(_words[(int)id], word);

    /// <summary>How many bytes the word has that begins there.</summary>
    public static int WordLength(ReadingId id, int start) => _texts.WordLength(_words[(int)id], start);

    /// <summary>How many words the row has.</summary>
    public static int WordCount(ReadingId id) => _texts.WordCount(_words[(int)id]);

    /// <summary>What the number is.</summary>
    public static ReadingForm Form(ReadingId id) => (ReadingForm)_forms[(int)id];

    /// <summary>In which unit it is shown.</summary>
    public static ReadingUnit Unit(ReadingId id) => (ReadingUnit)_units[(int)id];

    /// <summary>Where the text of a unit is: "V".</summary>
    public static int UnitText(ReadingUnit unit) => _unitTexts[(int)unit];

    /// <summary>Where Home Assistant's device class of a unit is; an empty text if it has none.</summary>
    public static int DeviceClass(ReadingUnit unit) => _unitClasses[(int)unit];

    /// <summary>How many decimals the integer has in its unit: 13352 mV in V has 3.</summary>
    public static int Decimals(ReadingUnit unit) => _decimals[(int)unit];

    /// <summary>How many of them are shown to a person.</summary>
    public static int ShownDecimals(ReadingUnit unit) => _shown[(int)unit];

    /// <summary>Tells whether a reading is of this, or of one of these.</summary>
    public static bool IsOf(ReadingId id, ReadingScope scope) => (_scopes[(int)id] & (int)scope) != 0;

    /// <summary>How many values it has in one battery: 4 of the cell groups, 2 of the board, else 1.</summary>
    public static int Items(ReadingId id) =>
        IsOf(id, ReadingScope.Cell) ? Protocol.Telemetry.CellCount : IsOf(id, ReadingScope.Board) ? Protocol.Telemetry.BoardCount : 1;

    private static void AddUnits()
    {
        Add(ReadingUnit.None, "", "", 0, 0);
        Add(ReadingUnit.Volts, "V", "voltage", 3, 2);
        Add(ReadingUnit.Millivolts, "mV", "voltage", 0, 0);
        Add(ReadingUnit.Amperes, "A", "current", 3, 2);
        Add(ReadingUnit.Watts, "W", "power", 3, 0);
        Add(ReadingUnit.AmpereHours, "Ah", "", 3, 1);
        Add(ReadingUnit.KilowattHours, "kWh", "energy", 6, 2);
        Add(ReadingUnit.Charge, "%", "battery", 1, 0);
        Add(ReadingUnit.Share, "%", "", 1, 0);
        Add(ReadingUnit.Celsius, "°C", "temperature", 0, 0);
        Add(ReadingUnit.Minutes, "min", "duration", 0, 0);
        Add(ReadingUnit.Seconds, "s", "duration", 3, 0);
    }

    private static void AddOfBattery()
    {
        Add(ReadingId.SerialHex, ReadingScope.Battery, ReadingForm.Text, ReadingUnit.None, "serial_hex", "", "Serial, hex");
        Add(ReadingId.Serial, ReadingScope.Battery, ReadingForm.Text, ReadingUnit.None, "serial", "", "Serial");
        Add(ReadingId.Number, ReadingScope.Battery, ReadingForm.Number, ReadingUnit.None, "number", "", "Number");
        Add(ReadingId.Name, ReadingScope.Battery, ReadingForm.Text, ReadingUnit.None, "name", "", "Name");
        Add(ReadingId.BusId, ReadingScope.Battery, ReadingForm.Number, ReadingUnit.None, "bus_id", "", "Bus id");
        Add(ReadingId.State, ReadingScope.Battery, ReadingForm.Choice, ReadingUnit.None,
            "state", "state", "State", "lost|asleep|live|no_data");
        Add(ReadingId.Age, ReadingScope.Battery, ReadingForm.Number, ReadingUnit.Seconds, "age_ms", "", "Age of the values");
        Add(ReadingId.LastSeen, BankAndBattery, ReadingForm.Time, ReadingUnit.None, "", "last_seen", "Last seen");
        Add(ReadingId.Batteries, ReadingScope.Bank, ReadingForm.Number, ReadingUnit.None, "batteries", "batteries", "Batteries");
        Add(ReadingId.Live, ReadingScope.Bank, ReadingForm.Number, ReadingUnit.None, "live", "live", "Live batteries");
    }

    private static void AddOfReply()
    {
        const ReadingScope All = BankAndBattery | ReadingScope.Reply;
        const ReadingScope Cells = ReadingScope.Cell | ReadingScope.Reply;
        const ReadingScope Boards = ReadingScope.Board | ReadingScope.Reply;
        const string Rules = "cell_max_mv|cell_min_mv|voltage_sum|voltage_again|soc_again|cell_c|board_c";
        Add(ReadingId.Soc, All, ReadingForm.Number, ReadingUnit.Charge, "soc_permille", "soc", "State of charge");
        Add(ReadingId.SocInDoubt, BankAndBattery, ReadingForm.Flag, ReadingUnit.None, "soc_in_doubt", "", "State of charge in doubt");
        Add(ReadingId.Voltage, All, ReadingForm.Number, ReadingUnit.Volts, "voltage_mv", "voltage", "Voltage");
        Add(ReadingId.Current, All, ReadingForm.Number, ReadingUnit.Amperes, "current_ma", "current", "Current");
        Add(ReadingId.Current2, OfReply, ReadingForm.Number, ReadingUnit.Amperes, "current2_ma", "", "Second current");
        Add(ReadingId.Power, BankAndBattery, ReadingForm.Number, ReadingUnit.Watts, "power_mw", "power", "Power");
        Add(ReadingId.ChargePower, BankAndBattery, ReadingForm.Number, ReadingUnit.Watts, "", "charge_power", "Charge power");
        Add(ReadingId.DischargePower, BankAndBattery, ReadingForm.Number, ReadingUnit.Watts, "", "discharge_power", "Discharge power");
        Add(ReadingId.CellVoltage, Cells, ReadingForm.Number, ReadingUnit.Volts, "cell_mv", "cell", "Cell");
        Add(ReadingId.CellMax, All, ReadingForm.Number, ReadingUnit.Volts, "cell_max_mv", "", "Highest cell");
        Add(ReadingId.CellMin, All, ReadingForm.Number, ReadingUnit.Volts, "cell_min_mv", "", "Lowest cell");
        Add(ReadingId.CellSpread, BankAndBattery, ReadingForm.Number, ReadingUnit.Millivolts, "", "cell_spread", "Cell spread");
        Add(ReadingId.CellTemperature, Cells, ReadingForm.Number, ReadingUnit.Celsius, "cell_c", "", "Cell temperature");
        Add(ReadingId.TemperatureMax, ReadingScope.Battery, ReadingForm.Number, ReadingUnit.Celsius, "", "temperature_max", "Hottest cell");
        Add(ReadingId.BoardTemperature, Boards, ReadingForm.Number, ReadingUnit.Celsius, "board_c", "", "Board temperature");
        Add(ReadingId.Consistent, OfReply, ReadingForm.Flag, ReadingUnit.None, "consistent", "", "Values agree");
        Add(ReadingId.Broken, OfReply, ReadingForm.Set, ReadingUnit.None, "broken", "", "Broken rules", Rules);
    }

    private static void AddOfEnergy()
    {
        Add(ReadingId.Remaining, ReadingScope.Bank, ReadingForm.Number, ReadingUnit.AmpereHours,
            "remaining_mah", "remaining", "Charge left");
        Add(ReadingId.ToEmpty, ReadingScope.Bank, ReadingForm.Number, ReadingUnit.Minutes,
            "to_empty_min", "time_to_empty", "Time to empty");
        Add(ReadingId.ToFull, ReadingScope.Bank, ReadingForm.Number, ReadingUnit.Minutes, "to_full_min", "time_to_full", "Time to full");
        Add(ReadingId.ChargeIn, BankAndBattery, ReadingForm.Total, ReadingUnit.AmpereHours, "charge_in_mah", "", "Charge in");
        Add(ReadingId.ChargeOut, BankAndBattery, ReadingForm.Total, ReadingUnit.AmpereHours, "charge_out_mah", "", "Charge out");
        Add(ReadingId.EnergyIn, BankAndBattery, ReadingForm.Total, ReadingUnit.KilowattHours, "energy_in_mwh", "energy_in", "Energy in");
        Add(ReadingId.EnergyOut, BankAndBattery, ReadingForm.Total, ReadingUnit.KilowattHours,
            "energy_out_mwh", "energy_out", "Energy out");
        Add(ReadingId.Coverage, BankAndBattery, ReadingForm.Number, ReadingUnit.Share, "coverage_permille", "", "Time seen");
        Add(ReadingId.CapacityMeasured, ReadingScope.Battery, ReadingForm.Number, ReadingUnit.AmpereHours,
            "capacity_measured_mah", "capacity_measured", "Measured capacity");
        Add(ReadingId.CapacityCoverage, ReadingScope.Battery, ReadingForm.Number, ReadingUnit.Share,
            "capacity_coverage_permille", "", "Seen of the measurement");
        Add(ReadingId.CapacityIsMinimum, ReadingScope.Battery, ReadingForm.Flag, ReadingUnit.None,
            "capacity_is_minimum", "", "Capacity is at least");
        Add(ReadingId.WeakBattery, ReadingScope.Bank, ReadingForm.Number, ReadingUnit.None, "weak_battery", "", "Weak battery");
        Add(ReadingId.WeakCell, BankAndBattery, ReadingForm.Number, ReadingUnit.None, "weak_cell", "", "Weak cell");
    }

    private static void AddOfBus()
    {
        AddCounter(ReadingId.Polls, "polls", "Requests");
        AddCounter(ReadingId.Replies, "replies", "Replies");
        AddCounter(ReadingId.Timeouts, "timeouts", "Requests without answer");
        AddCounter(ReadingId.CrcErrors, "crc_errors", "Corrupt answers");
        AddCounter(ReadingId.WrongReplies, "wrong_replies", "Replies of another battery");
        AddCounter(ReadingId.Refused, "refused", "Refusals");
        AddCounter(ReadingId.OtherReplies, "other_replies", "Replies of another length");
        AddCounter(ReadingId.Inconsistent, "inconsistent", "Contradicting replies");
        AddCounter(ReadingId.JunkBytes, "junk_bytes", "Junk bytes");
        AddCounter(ReadingId.Rounds, "rounds", "Discovery rounds");
        AddCounter(ReadingId.Assigned, "assigned", "Bus ids assigned");
        AddCounter(ReadingId.Renumbered, "renumbered", "Renumbered");
        AddCounter(ReadingId.Yielded, "yielded", "Gave way");
        Add(ReadingId.Uptime, ReadingScope.Bus, ReadingForm.Number, ReadingUnit.Minutes, "", "uptime", "Running for");
    }

    private static void AddOfAlarm()
    {
        Add(ReadingId.Problem, BankAndBattery, ReadingForm.Flag, ReadingUnit.None, "", "alarm", "Problem");
        Add(ReadingId.ProblemText, BankAndBattery, ReadingForm.Text, ReadingUnit.None, "", "alarm_text", "Problem in words");
        Add(ReadingId.AlarmBattery, ReadingScope.Alarm, ReadingForm.Number, ReadingUnit.None, "battery", "", "Battery");
        Add(ReadingId.AlarmCell, ReadingScope.Alarm, ReadingForm.Number, ReadingUnit.None, "cell", "", "Cell");
        Add(ReadingId.AlarmKind, ReadingScope.Alarm, ReadingForm.Text, ReadingUnit.None, "kind", "", "Kind");
        Add(ReadingId.AlarmSeverity, ReadingScope.Alarm, ReadingForm.Choice, ReadingUnit.None, "severity", "", "Severity", "warning|alarm");
        Add(ReadingId.AlarmValue, ReadingScope.Alarm, ReadingForm.Number, ReadingUnit.None, "value", "", "Value");
        Add(ReadingId.AlarmLimit, ReadingScope.Alarm, ReadingForm.Number, ReadingUnit.None, "limit", "", "Limit");
        Add(ReadingId.AlarmUnit, ReadingScope.Alarm, ReadingForm.Text, ReadingUnit.None, "unit", "", "Unit");
        Add(ReadingId.AlarmText, ReadingScope.Alarm, ReadingForm.Text, ReadingUnit.None, "text", "", "Text");
        Add(ReadingId.AlarmSeen, ReadingScope.Alarm, ReadingForm.Flag, ReadingUnit.None, "seen", "", "Acknowledged");
        Add(ReadingId.AlarmOver, ReadingScope.Alarm, ReadingForm.Flag, ReadingUnit.None, "over", "", "Over");
        Add(ReadingId.AlarmOverTime, ReadingScope.Alarm, ReadingForm.Number, ReadingUnit.Seconds, "over_ms", "", "Over for");
    }

    private static void AddCounter(ReadingId id, string key, string label) =>
        Add(id, ReadingScope.Bus, ReadingForm.Total, ReadingUnit.None, key, key, label);

    private static void Add(
        ReadingId id, ReadingScope scope, ReadingForm form, ReadingUnit unit, string key, string topic, string label, string words = null)
    {
        int row = (int)id;
        _scopes[row] = (byte)scope;
        _forms[row] = (byte)form;
        _units[row] = (byte)unit;
        _keys[row] = key.Length == 0 ? _nothing : _texts.AddKey(key);
        _topics[row] = topic == key ? _keys[row] : topic.Length == 0 ? _nothing : _texts.Add(topic);
        _labels[row] = _texts.Add(label);
        _words[row] = words == null ? _nothing : _texts.Add(words);
    }

    private static void Add(ReadingUnit unit, string text, string deviceClass, byte decimals, byte shown)
    {
        _unitTexts[(int)unit] = _texts.Add(text);
        _unitClasses[(int)unit] = _texts.Add(deviceClass);
        _decimals[(int)unit] = decimals;
        _shown[(int)unit] = shown;
    }
}
