using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// Every setting once, in the order of <see cref="SettingId"/>: key, label, group, unit, range and default. A limit of an alarm is
/// switched off by the end of its range that no value passes. Texts are places in <see cref="Texts"/>.
/// </summary>
public static class SettingTable
{
    /// <summary>The key of a battery's name is this and then its serial, 24 hex digits, lower case.</summary>
    public const string NameKey = "name.";

    private const int Rows = (int)SettingId.Count;
    private const int MaxMv = ushort.MaxValue;

    // The groups, whose texts come first.
    private const int DisplayGroup = 0;
    private const int BatteriesGroup = 1;
    private const int BusGroup = 2;
    private const int PanelGroup = 3;
    private const int AlarmsGroup = 4;
    private const int NetworkGroup = 5;

    // Where the texts of a row stand behind its key: label, unit, then the words of a choice, or the default of a text.
    private const int LabelText = 1;
    private const int UnitText = 2;
    private const int WordsText = 3;

    private static readonly TextTable _texts = new();
    private static readonly byte[] _forms = new byte[Rows];
    private static readonly ushort[] _keys = new ushort[Rows];
    private static readonly byte[] _groups = new byte[Rows];
    private static readonly int[] _minima = new int[Rows];
    private static readonly int[] _maxima = new int[Rows];
    private static readonly int[] _defaults = new int[Rows];

    static SettingTable()
    {
        _texts.Add("Display|Batteries|Bus|Panel|Alarms|Network|");
        AddOfBank();
        AddOfAlarms();
        AddOfNetwork();
        _texts.Complete();
    }

    /// <summary>All texts.</summary>
    public static TextTable Texts => _texts;

    /// <summary>Where the key is.</summary>
    public static int Key(SettingId id) => _keys[(int)id];

    /// <summary>Where the label is: what it means, for a person.</summary>
    public static int Label(SettingId id) => _keys[(int)id] + LabelText;

    /// <summary>Where the group is that it is shown in.</summary>
    public static int Group(SettingId id) => _groups[(int)id];

    /// <summary>Where the unit is; an empty text if it has none.</summary>
    public static int Unit(SettingId id) => _keys[(int)id] + UnitText;

    /// <summary>What its value is.</summary>
    public static SettingForm Form(SettingId id) => (SettingForm)_forms[(int)id];

    /// <summary>Tells whether its value is a text, secret or not.</summary>
    public static bool IsText(SettingId id) => _forms[(int)id] >= (byte)SettingForm.Text;

    /// <summary>The lowest value; of a text its least length, bytes.</summary>
    public static int Min(SettingId id) => _minima[(int)id];

    /// <summary>The highest value; of a text its greatest length, bytes.</summary>
    public static int Max(SettingId id) => _maxima[(int)id];

    /// <summary>The default; of a text its place in <see cref="Texts"/>.</summary>
    public static int Default(SettingId id) => _defaults[(int)id];

    /// <summary>How many words a choice has.</summary>
    public static int ChoiceCount(SettingId id) => _maxima[(int)id] + 1;

    /// <summary>Where a word of a choice is, 0..<see cref="ChoiceCount"/> - 1.</summary>
    public static int ChoiceWord(SettingId id, int choice) => _keys[(int)id] + WordsText + choice;

    /// <summary>Which choice these bytes are, 0..; -1: none.</summary>
    public static int FindChoice(SettingId id, byte[] word, int offset, int count) =>
        _texts.FindWord(ChoiceWord(id, 0), ChoiceCount(id), word, offset, count);

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
        AddText(SettingId.DeviceName, SettingForm.Text, DisplayGroup, "device_name|Name of this display|||", 24);
        AddChoice(SettingId.Wiring, BatteriesGroup,
            "wiring|How the batteries are wired together||series|parallel|separate|", 3, (int)BankWiring.Parallel);
        AddNumber(SettingId.Capacity, BatteriesGroup, "capacity_ah|Capacity of one battery, by its label|Ah|", 1, 1000, 40);
        AddNumber(SettingId.Floor, BatteriesGroup, "floor_percent|State of charge that counts as empty for the time left|%|", 0, 90, 0);
        AddNumber(SettingId.TimeWindow, BatteriesGroup,
            "time_window_min|The time left is of the mean current over so long|min|", 1, 60, 12);
        AddNumber(SettingId.PollInterval, BusGroup,
            "poll_interval_ms|From one poll of a battery to the next|ms|", BusMaster.MinPollIntervalMs, BusMaster.MaxPollIntervalMs, BusMaster.DefaultPollIntervalMs);
        AddNumber(SettingId.WakeEvery, BusGroup, "wake_every_min|From one look with the wake load to the next|min|", 1, 1440, 15);
        AddChoice(SettingId.RestPage, PanelGroup,
            "rest_page|What the panel rests on: all pages in turn, or the bank||round|bank|", 2, (int)RestPage.Bank);
        AddNumber(SettingId.BlankAfter, PanelGroup,
            "blank_after_min|Dark after so long without a press or a change; 0: never|min|", 0, 1440, 0);
    }

    private static void AddOfAlarms()
    {
        AddNumber(SettingId.CellHighWarn, AlarmsGroup, "cell_high_warn_mv|Warning: cell voltage above|mV|", 0, MaxMv, 3700);
        AddNumber(SettingId.CellHighAlarm, AlarmsGroup, "cell_high_alarm_mv|Alarm: cell voltage above|mV|", 0, MaxMv, 3900);
        AddNumber(SettingId.CellLowWarn, AlarmsGroup, "cell_low_warn_mv|Warning: cell voltage below|mV|", 0, MaxMv, 2800);
        AddNumber(SettingId.CellLowAlarm, AlarmsGroup, "cell_low_alarm_mv|Alarm: cell voltage below|mV|", 0, MaxMv, 2500);
        AddNumber(SettingId.CellHotWarn, AlarmsGroup, "cell_hot_warn_c|Warning: cell hotter than|°C|", sbyte.MinValue, sbyte.MaxValue, 50);
        AddNumber(SettingId.CellHotAlarm, AlarmsGroup, "cell_hot_alarm_c|Alarm: cell hotter than|°C|", sbyte.MinValue, sbyte.MaxValue, 60);
        AddNumber(SettingId.ChargeCold, AlarmsGroup,
            "charge_cold_alarm_c|Alarm: charged while colder than|°C|", sbyte.MinValue, sbyte.MaxValue, 0);
        AddNumber(SettingId.BoardHotWarn, AlarmsGroup,
            "board_hot_warn_c|Warning: circuit board hotter than|°C|", sbyte.MinValue, sbyte.MaxValue, 75);
        AddNumber(SettingId.BoardHotAlarm, AlarmsGroup,
            "board_hot_alarm_c|Alarm: circuit board hotter than|°C|", sbyte.MinValue, sbyte.MaxValue, 85);
        AddNumber(SettingId.SpreadWarn, AlarmsGroup,
            "cell_spread_warn_mv|Warning: between highest and lowest cell more than|mV|", 21, MaxMv, 100);
        AddNumber(SettingId.SpreadMaxCurrent, AlarmsGroup,
            "cell_spread_below_ma|The spread is judged only below this current|mA|", 0, 1000000, 5000);
        AddNumber(SettingId.SocLowWarn, AlarmsGroup, "soc_low_warn_percent|Warning: state of charge below|%|", 0, 100, 20);
        AddNumber(SettingId.SocLowAlarm, AlarmsGroup, "soc_low_alarm_percent|Alarm: state of charge below|%|", 0, 100, 10);
        AddNumber(SettingId.AlarmAfter, AlarmsGroup,
            "alarm_after_ms|How long a condition must hold before it is told|ms|", 0, 600000, 2500);
    }

    private static void AddOfNetwork()
    {
        AddChoice(SettingId.Web, NetworkGroup, "web|The page||off|on|", 2, 1);
        AddChoice(SettingId.Mqtt, NetworkGroup, "mqtt|Publishing by MQTT||off|on|", 2, 0);
        AddText(SettingId.MqttHost, SettingForm.Text, NetworkGroup, "mqtt_host|Broker: name or address|||", 63);
        AddNumber(SettingId.MqttPort, NetworkGroup, "mqtt_port|Broker: port||", 1, 65535, 1883);
        AddText(SettingId.MqttUser, SettingForm.Text, NetworkGroup, "mqtt_user|Broker: user|||", 32);
        AddText(SettingId.MqttPassword, SettingForm.Secret, NetworkGroup, "mqtt_password|Broker: password|||", 64);
        AddText(SettingId.MqttPrefix, SettingForm.Text, NetworkGroup, "mqtt_prefix|What every topic begins with||valencenano|", 32);
    }

    private static void AddNumber(SettingId id, int group, string texts, int min, int max, int value) =>
        Add(id, SettingForm.Number, group, texts, min, max, value);

    private static void AddChoice(SettingId id, int group, string texts, int words, int value) =>
        Add(id, SettingForm.Choice, group, texts, 0, words - 1, value);

    private static void AddText(SettingId id, SettingForm form, int group, string texts, int max)
    {
        Add(id, form, group, texts, 0, max, 0);
        _defaults[(int)id] = _keys[(int)id] + WordsText;
    }

    private static void Add(SettingId id, SettingForm form, int group, string texts, int min, int max, int value)
    {
        int row = (int)id;
        _forms[row] = (byte)form;
        _groups[row] = (byte)group;
        _keys[row] = (ushort)_texts.Add(texts);
        _minima[row] = min;
        _maxima[row] = max;
        _defaults[row] = value;
    }
}
