using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// Every setting once, in the order of <see cref="SettingId"/>: key, label, group, unit, range and default. A limit of an alarm is
/// switched off by the end of its range that no value passes.
/// </summary>
/// <remarks>On the device it takes next to no RAM: texts are lines of lists in flash, and numbers are code.</remarks>
public static partial class SettingTable
{
    /// <summary>The key of a battery's name is this and then its serial, 24 hex digits, lower case.</summary>
    public const string NameKey = "name.";

    private const int MaxMv = ushort.MaxValue;

    private enum Column
    {
        Form,
        Group,
        Unit,
        Min,
        Max,
        Default,
    }

    /// <summary>The place in <see cref="Texts"/> of its key.</summary>
    public static int Key(SettingId id) => (int)id;

    /// <summary>The place in <see cref="Texts"/> of its label.</summary>
    public static int Label(SettingId id) => (int)SettingId.Count + (int)id;

    /// <summary>The place in <see cref="Texts"/> of the group that it is shown in.</summary>
    public static int Group(SettingId id) => Get(id, Column.Group);

    /// <summary>The place in <see cref="Texts"/> of its unit; an empty text if it has none.</summary>
    public static int Unit(SettingId id) => Get(id, Column.Unit);

    /// <summary>What its value is.</summary>
    public static SettingForm Form(SettingId id) => (SettingForm)Get(id, Column.Form);

    /// <summary>Tells whether its value is a text, secret or not.</summary>
    public static bool IsText(SettingId id) => Form(id) >= SettingForm.Text;

    /// <summary>The lowest value; of a text its least length, bytes.</summary>
    public static int Min(SettingId id) => Get(id, Column.Min);

    /// <summary>The highest value; of a text its greatest length, bytes.</summary>
    public static int Max(SettingId id) => Get(id, Column.Max);

    /// <summary>The default; of a text its place in <see cref="Texts"/>.</summary>
    public static int Default(SettingId id) => Get(id, Column.Default);

    /// <summary>How many words a choice has; 0 of any other.</summary>
    public static int ChoiceCount(SettingId id) => Form(id) == SettingForm.Choice ? Max(id) + 1 : 0;

    /// <summary>The place in <see cref="Texts"/> of a word, 0..<see cref="ChoiceCount"/> - 1.</summary>
    public static int Choice(SettingId id, int choice) => Get(id, Column.Unit) + choice;

    /// <summary>Which choice these bytes are, 0..; -1: none.</summary>
    public static int FindChoice(SettingId id, byte[] word, int offset, int count)
    {
        int choice = ChoiceCount(id) - 1;
        while (choice >= 0 && !Texts.Is(Choice(id, choice), word, offset, count))
        {
            choice--;
        }

        return choice;
    }

    /// <summary>The setting with this key; <see cref="SettingId.Count"/> if there is none.</summary>
    public static SettingId Find(byte[] key, int offset, int count)
    {
        int row = 0;
        while (row < (int)SettingId.Count && !Texts.Is(row, key, offset, count))
        {
            row++;
        }

        return (SettingId)row;
    }

    private static int Get(SettingId id, Column column) => id switch
    {
        SettingId.DeviceName => Text(column, Word.Display, 24, Word.Nothing),
        SettingId.Wiring => Choice(column, Word.Batteries, Word.Series, 3, (int)BankWiring.Parallel),
        SettingId.Capacity => Number(column, Word.Batteries, Word.Ah, 1, 1000, 40),
        SettingId.Floor => Number(column, Word.Batteries, Word.Percent, 0, 90, 0),
        SettingId.TimeWindow => Number(column, Word.Batteries, Word.Minutes, 1, MeanCurrent.MaxMinutes, 12),
        SettingId.PollInterval => Number(column, Word.Bus, Word.Milliseconds,
            BusMaster.MinPollIntervalMs, BusMaster.MaxPollIntervalMs, BusMaster.DefaultPollIntervalMs),
        SettingId.WakeEvery => Number(column, Word.Bus, Word.Minutes, 1, 1440, 15),
        SettingId.RestPage => Choice(column, Word.Panel, Word.Round, 2, (int)RestPage.Bank),
        SettingId.BlankAfter => Number(column, Word.Panel, Word.Minutes, 0, 1440, 0),
        SettingId.CellHighWarn => Voltage(column, 3700),
        SettingId.CellHighAlarm => Voltage(column, 3900),
        SettingId.CellLowWarn => Voltage(column, 2800),
        SettingId.CellLowAlarm => Voltage(column, 2500),
        SettingId.CellHotWarn => Temperature(column, 50),
        SettingId.CellHotAlarm => Temperature(column, 60),
        SettingId.ChargeCold => Temperature(column, 0),
        SettingId.BoardHotWarn => Temperature(column, 75),
        SettingId.BoardHotAlarm => Temperature(column, 85),
        SettingId.SpreadWarn => Number(column, Word.Alarms, Word.Millivolts, 21, MaxMv, 100),
        SettingId.SpreadMaxCurrent => Number(column, Word.Alarms, Word.Milliamperes, 0, 1000000, 5000),
        SettingId.SocLowWarn => Number(column, Word.Alarms, Word.Percent, 0, 100, 20),
        SettingId.SocLowAlarm => Number(column, Word.Alarms, Word.Percent, 0, 100, 10),
        SettingId.AlarmAfter => Number(column, Word.Alarms, Word.Milliseconds, 0, 600000, 2500),
        SettingId.Web => Choice(column, Word.Network, Word.Off, 2, 1),
        SettingId.Mqtt => Choice(column, Word.Network, Word.Off, 2, 0),
        SettingId.MqttHost => Text(column, Word.Network, 63, Word.Nothing),
        SettingId.MqttPort => Number(column, Word.Network, Word.Nothing, 1, 65535, 1883),
        SettingId.MqttUser => Text(column, Word.Network, 32, Word.Nothing),
        SettingId.MqttPassword => Row(column, SettingForm.Secret, Word.Network, Word.Nothing, 0, 64, (int)Word.Nothing),
        _ => Text(column, Word.Network, 32, Word.Prefix),
    };

    private static int Voltage(Column column, int value) => Number(column, Word.Alarms, Word.Millivolts, 0, MaxMv, value);

    private static int Temperature(Column column, int value) =>
        Number(column, Word.Alarms, Word.Celsius, sbyte.MinValue, sbyte.MaxValue, value);

    private static int Number(Column column, Word group, Word unit, int min, int max, int value) =>
        Row(column, SettingForm.Number, group, unit, min, max, value);

    private static int Choice(Column column, Word group, Word first, int count, int value) =>
        Row(column, SettingForm.Choice, group, first, 0, count - 1, value);

    private static int Text(Column column, Word group, int max, Word value) =>
        Row(column, SettingForm.Text, group, Word.Nothing, 0, max, (int)value);

    private static int Row(Column column, SettingForm form, Word group, Word unit, int min, int max, int value) => column switch
    {
        Column.Form => (int)form,
        Column.Group => (int)group,
        Column.Unit => (int)unit,
        Column.Min => min,
        Column.Max => max,
        _ => value,
    };
}
