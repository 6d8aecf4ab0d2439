using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>
/// The bank as the JSON that dbus-mqtt-battery reads on a Victron GX (its README has the keys). What is not known is left out: its driver
/// takes a battery without power or voltage for absent, and that is right while all are asleep.
/// </summary>
internal static class VenusBody
{
    /// <summary>Writes it whole.</summary>
    public static void Write(JsonWriter json, Monitor monitor)
    {
        Bank bank = monitor.Bank;
        json.OpenObject();
        json.Key(MqttText.All, MqttText.Dc);
        json.OpenObject();
        WriteMember(json, MqttText.Power, bank.PowerMw, 3);
        WriteMember(json, MqttText.Voltage, bank.VoltageMv, 3);
        WriteMember(json, MqttText.Current, bank.CurrentMa, 3);
        WriteMember(json, MqttText.Temperature, HottestC(monitor.Bus.Batteries), 0);
        json.CloseObject();
        WriteMember(json, MqttText.Soc, bank.RestingSocPermille, 1);
        WriteMember(json, MqttText.Installed, InstalledMah(bank, monitor.Settings), 3);
        WriteMember(json, MqttText.Capacity, bank.RemainingMah, 3);
        WriteMember(json, MqttText.TimeToGo, SecondsToGo(monitor), 0);
        WriteAlarms(json, monitor.Alarms);
        WriteSystem(json, bank);
        json.CloseObject();
    }

    private static void WriteMember(JsonWriter json, int key, int value, int decimals)
    {
        if (value != Reading.Unknown)
        {
            json.Key(MqttText.All, key);
            ValueText.WriteNumber(json, value, decimals);
        }
    }

    // As Bank.RemainingMah: of those that are live, where they are in parallel.
    private static int InstalledMah(Bank bank, Settings settings)
    {
        int mah = settings.CapacityMah;
        return bank.RemainingMah == Reading.Unknown ? Reading.Unknown
            : settings.Wiring == BankWiring.Parallel ? mah * bank.LiveCount : mah;
    }

    // A GX cannot be told that a state of charge is in doubt, and a time from it is no better.
    private static int SecondsToGo(Monitor monitor)
    {
        int minutes = monitor.Bank.ToEmptyMinutes;
        return minutes == Reading.Unknown || monitor.Alarms.IsAnyInDoubt ? Reading.Unknown : minutes * 60;
    }

    private static int HottestC(BatteryList batteries)
    {
        int hottest = Reading.Unknown;
        for (int i = 0; i < batteries.Count; i++)
        {
            if (batteries[i].State == BatteryState.Live && batteries[i].Values.CellMaxC > hottest)
            {
                hottest = batteries[i].Values.CellMaxC;
            }
        }

        return hottest;
    }

    // Those that a GX knows.
    private static void WriteAlarms(JsonWriter json, AlarmList alarms)
    {
        json.Key(MqttText.All, MqttText.Alarms);
        json.OpenObject();
        WriteAlarm(json, MqttText.HighVoltage, alarms, AlarmKind.CellHigh);
        WriteAlarm(json, MqttText.LowCell, alarms, AlarmKind.CellLow);
        WriteAlarm(json, MqttText.HighTemperature, alarms, AlarmKind.CellHot);
        WriteAlarm(json, MqttText.LowTemperature, alarms, AlarmKind.CellColdCharging);
        WriteAlarm(json, MqttText.LowSoc, alarms, AlarmKind.SocLow);
        WriteAlarm(json, MqttText.Imbalance, alarms, AlarmKind.CellSpread);
        json.CloseObject();
    }

    // 0 none, 1 a warning, 2 an alarm: as AlarmSeverity has them.
    private static void WriteAlarm(JsonWriter json, int key, AlarmList alarms, AlarmKind kind)
    {
        int severity = 0;
        for (int i = 0; i < alarms.Count && severity == 0; i++)
        {
            if (alarms[i].Kind == kind && !alarms[i].IsOver)
            {
                severity = (int)alarms[i].Severity;
            }
        }

        json.Key(MqttText.All, key);
        json.Number(severity);
    }

    private static void WriteSystem(JsonWriter json, Bank bank)
    {
        json.Key(MqttText.All, MqttText.SystemKey);
        json.OpenObject();
        if (bank.LiveCount > 0)
        {
            WriteMember(json, MqttText.MinCell, bank.CellMinMv, 3);
            WriteCellId(json, MqttText.MinCellId, bank.CellMinBattery, bank.CellMinCell);
            WriteMember(json, MqttText.MaxCell, bank.CellMaxMv, 3);
            WriteCellId(json, MqttText.MaxCellId, bank.CellMaxBattery, bank.CellMaxCell);
        }

        WriteMember(json, MqttText.Online, bank.LiveCount, 0);
        WriteMember(json, MqttText.Offline, bank.BatteryCount - bank.LiveCount, 0);
        json.CloseObject();
    }

    // "B2C3"
    private static void WriteCellId(JsonWriter json, int key, int battery, int cell)
    {
        json.Key(MqttText.All, key);
        json.OpenText();
        json.Raw((byte)'B');
        json.Digits(battery);
        json.Raw((byte)'C');
        json.Digits(cell);
        json.EndText();
    }
}
