using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// Every setting once, in the order of <see cref="SettingId"/>: key, label, group, unit, range and default. A limit of an alarm is
/// switched off by the end of its range that no value passes. Texts are places in <see cref="Text"/>, their lengths in the byte in
/// front of them.
/// </summary>
public static class SettingTable
{
    /// <summary>The key of a battery's name is this and then its serial, 24 hex digits, lower case.</summary>
    public const string NameKey = "name.";

    private const int Rows = (int)SettingId.Count;
    private const int MaxMv = ushort.MaxValue;

    private static readonly TextTable _texts = new();
    private static readonly byte[] _forms = new byte[Rows];
    private static readonly ushort[] _keys = new ushort[Rows];
    private static readonly ushort[] _labels = new ushort[Rows];
    private static readonly ushort[] _groups = new ushort[Rows];
    private static readonly ushort[] _units = new ushort[Rows];
    private static readonly ushort[] _words = new ushort[Rows];
    private static readonly int[] _minima = new int[Rows];
    private static readonly int[] _maxima = new int[Rows];
    private static readonly int[] _defaults = new int[Rows];
    private static ushort _nothing;
    private static ushort _group;

    static SettingTable()
    {
        _nothing = _texts.Add("");
        AddOfBank();
        AddOfAlarms();
        AddOfNetwork();
        _texts.Complete();
    }

    /// <summary>All texts, UTF-8.</summary>
    public static byte[] Text => _texts.Bytes;

    /// <summary>How many bytes the text at a place of <see cref="Text"/> has.</summary>
    public static int Length(int place) => _texts.Length(place);

    /// <summary>Where the key is.</summary>
    public static int Key(SettingId id) => _keys[(int)id];

    /// <summary>Where the label is: what it means, for a person.</summary>
    public static int Label(SettingId id) => _labels[(int)id];

    /// <summary>Where the group is that it is shown in.</summary>
    public static int Group(SettingId id) => _groups[(int)id];

    /// <summary>Where the unit is; an empty text if it has none.</summary>
    public static int Unit(SettingId id) => _units[(int)id];

    /// <summary>What its value is.</summary>
    public static SettingForm Form(SettingId id) => (SettingForm)_forms[(int)id];

    /// <summary>Tells whether its value is a text, secret or not.</summary>
    public static bool IsText(SettingId id) => _forms[(int)id] >= (byte)SettingForm.Text;

    /// <summary>The lowest value; of a text its least length, bytes.</summary>
    public static int Min(SettingId id) => _minima[(int)id];

    /// <summary>The highest value; of a text its greatest length, bytes.</summary>
    public static int Max(SettingId id) => _maxima[(int)id];

    /// <summary>The default; of a text its place in <see cref="Text"/>.</summary>
    public static int Default(SettingId id) => _defaults[(int)id];

    /// <summary>How many words a choice has; 0 of any other.</summary>
    public static int ChoiceCount(SettingId id) => _texts.WordCount(_words[(int)id]);

    /// <summary>Where a word begins, 0..<see cref="ChoiceCount"/> - 1.</summary>
    public static int ChoiceStart(SettingId id, int choice) => _texts.WordStart(_words[(int)id], choice);

    /// <summary>How many bytes the word has that begins there.</summary>
    public static int ChoiceLength(SettingId id, int start) => _texts.WordLength(_words[(int)id], start);

    /// <summary>Which choice these bytes are, 0..; -1: none.</summary>
    public static int FindChoice(SettingId id, byte[] word, int offset, int count) =>
        _texts.FindWord(_words[(int)id], word, offset, count);

    /// <summary>The setting with this key; <see cref="SettingId.Count"/> if there is none.</summary>
    public static SettingId Find(byte[] key, int offset, int count)
    {
        int row = 0;
        while (row < Rows && !_texts.IsText(_keys[row], key, offset, count))
        {
            row++;
        }

        return (SettingId)row;
    }

    private static void AddOfBank()
    {
        Begin("Display");
        AddText(SettingId.DeviceName, SettingForm.Text, "device_name", "Name of this display", 24, "");
        Begin("Batteries");
        AddChoice(SettingId.Wiring, "wiring", "How the batteries are wired together", "series|parallel|separate", (int)BankWiring.Parallel);
        AddNumber(SettingId.Capacity, "capacity_ah", "Capacity of one battery, by its label", "Ah", 1, 1000, 40);
        AddNumber(SettingId.Floor, "floor_percent", "State of charge that counts as empty for the time left", "%", 0, 90, 0);
        AddNumber(SettingId.TimeWindow, "time_window_min", "The time left is of the mean current over so long", "min", 1, 60, 12);
        Begin("Bus");
        AddNumber(SettingId.PollInterval, "poll_interval_ms", "From one poll of a battery to the next", "ms",
            BusMaster.MinPollIntervalMs, BusMaster.MaxPollIntervalMs, BusMaster.DefaultPollIntervalMs);
        AddNumber(SettingId.WakeEvery, "wake_every_min", "From one look with the wake load to the next", "min", 1, 1440, 15);
        Begin("Panel");
        AddChoice(SettingId.RestPage,
            "rest_page", "What the panel rests on: all pages in turn, or the bank", "round|bank", (int)RestPage.Bank);
        AddNumber(SettingId.BlankAfter, "blank_after_min", "Dark after so long without a press or a change; 0: never", "min", 0, 1440, 0);
    }

    private static void AddOfAlarms()
    {
        Begin("Alarms");
        AddNumber(SettingId.CellHighWarn, "cell_high_warn_mv", "Warning: cell voltage above", "mV", 0, MaxMv, 3700);
        AddNumber(SettingId.CellHighAlarm, "cell_high_alarm_mv", "Alarm: cell voltage above", "mV", 0, MaxMv, 3900);
        AddNumber(SettingId.CellLowWarn, "cell_low_warn_mv", "Warning: cell voltage below", "mV", 0, MaxMv, 2800);
        AddNumber(SettingId.CellLowAlarm, "cell_low_alarm_mv", "Alarm: cell voltage below", "mV", 0, MaxMv, 2500);
        AddNumber(SettingId.CellHotWarn, "cell_hot_warn_c", "Warning: cell hotter than", "°C", sbyte.MinValue, sbyte.MaxValue, 50);
        AddNumber(SettingId.CellHotAlarm, "cell_hot_alarm_c", "Alarm: cell hotter than", "°C", sbyte.MinValue, sbyte.MaxValue, 60);
        AddNumber(SettingId.ChargeCold, "charge_cold_alarm_c", "Alarm: charged while colder than", "°C", sbyte.MinValue, sbyte.MaxValue, 0);
        AddNumber(SettingId.BoardHotWarn,
            "board_hot_warn_c", "Warning: circuit board hotter than", "°C", sbyte.MinValue, sbyte.MaxValue, 75);
        AddNumber(SettingId.BoardHotAlarm,
            "board_hot_alarm_c", "Alarm: circuit board hotter than", "°C", sbyte.MinValue, sbyte.MaxValue, 85);
        AddNumber(SettingId.SpreadWarn, "cell_spread_warn_mv", "Warning: between highest and lowest cell more than", "mV", 21, MaxMv, 100);
        AddNumber(SettingId.SpreadMaxCurrent,
            "cell_spread_below_ma", "The spread is judged only below this current", "mA", 0, 1000000, 5000);
        AddNumber(SettingId.SocLowWarn, "soc_low_warn_percent", "Warning: state of charge below", "%", 0, 100, 20);
        AddNumber(SettingId.SocLowAlarm, "soc_low_alarm_percent", "Alarm: state of charge below", "%", 0, 100, 10);
        AddNumber(SettingId.AlarmAfter, "alarm_after_ms", "How long a condition must hold before it is told", "ms", 0, 600000, 2500);
    }

    private static void AddOfNetwork()
    {
        Begin("Network");
        AddChoice(SettingId.Web, "web", "The page", "off|on", 1);
        AddChoice(SettingId.Mqtt, "mqtt", "Publishing by MQTT", "off|on", 0);
        AddText(SettingId.MqttHost, SettingForm.Text, "mqtt_host", "Broker: name or address", 63, "");
        AddNumber(SettingId.MqttPort, "mqtt_port", "Broker: port", "", 1, 65535, 1883);
        AddText(SettingId.MqttUser, SettingForm.Text, "mqtt_user", "Broker: user", 32, "");
        AddText(SettingId.MqttPassword, SettingForm.Secret, "mqtt_password", "Broker: password", 64, "");
        AddText(SettingId.MqttPrefix, SettingForm.Text, "mqtt_prefix", "What every topic begins with", 32, "valencenano");
    }

    private static void Begin(string group) => _group = _texts.Add(group);

    private static void AddNumber(SettingId id, string key, string label, string unit, int min, int max, int value)
    {
        Add(id, SettingForm.Number, key, label, min, max, value);
        _units[(int)id] = unit.Length == 0 ? _nothing : _texts.Add(unit);
    }

    private static void AddChoice(SettingId id, string key, string label, string words, int value)
    {
        Add(id, SettingForm.Choice, key, label, 0, 0, value);
        _words[(int)id] = _texts.Add(words);
        _maxima[(int)id] = ChoiceCount(id) - 1;
    }

    private static void AddText(SettingId id, SettingForm form, string key, string label, int max, string value)
    {
        Add(id, form, key, label, 0, max, _texts.Add(value));
    }

    private static void Add(SettingId id, SettingForm form, string key, string label, int min, int max, int value)
    {
        int row = (int)id;
        _forms[row] = (byte)form;
        _groups[row] = _group;
        _keys[row] = _texts.Add(key);
        _labels[row] = _texts.Add(label);
        _units[row] = _nothing;
        _words[row] = _nothing;
        _minima[row] = min;
        _maxima[row] = max;
        _defaults[row] = value;
    }
}
