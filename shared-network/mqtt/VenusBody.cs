using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>
/// The bank as the JSON that dbus-mqtt-battery reads on a Victron GX (its README has the keys). What is not known is left out: its driver
/// takes a battery without power or voltage for absent, and that is right while all are asleep.
/// </summary>
internal static class VenusBody
{
    // Places in the list of keys.
    private const int Dc = 0;
    private const int Power = 1;
    private const int Voltage = 2;
    private const int Current = 3;
    private const int Temperature = 4;
    private const int Soc = 5;
    private const int Installed = 6;
    private const int Capacity = 7;
    private const int TimeToGo = 8;
    private const int SystemKey = 9;
    private const int MinCell = 10;
    private const int MinCellId = 11;
    private const int MaxCell = 12;
    private const int MaxCellId = 13;
    private const int Online = 14;
    private const int Offline = 15;
    private const int Alarms = 16;
    private const int HighVoltage = 17;
    private const int LowCell = 18;
    private const int HighTemperature = 19;
    private const int LowTemperature = 20;
    private const int LowSoc = 21;
    private const int Imbalance = 22;

    private static readonly FlashTexts _keys = new(
        """
        Dc
        Power
        Voltage
        Current
        Temperature
        Soc
        InstalledCapacity
        Capacity
        TimeToGo
        System
        MinCellVoltage
        MinVoltageCellId
        MaxCellVoltage
        MaxVoltageCellId
        NrOfModulesOnline
        NrOfModulesOffline
        Alarms
        HighVoltage
        LowCellVoltage
        HighTemperature
        LowChargeTemperature
        LowSoc
        CellImbalance
        """);

    /// <summary>Writes it whole.</summary>
    public static void Write(JsonWriter json, Monitor monitor)
    {
        Bank bank = monitor.Bank;
        json.OpenObject();
        json.Key(_keys, Dc);
        json.OpenObject();
        WriteMember(json, Power, bank.PowerMw, 3);
        WriteMember(json, Voltage, bank.VoltageMv, 3);
        WriteMember(json, Current, bank.CurrentMa, 3);
        WriteMember(json, Temperature, HottestC(monitor.Bus.Batteries), 0);
        json.CloseObject();
        WriteMember(json, Soc, bank.RestingSocPermille, 1);
        WriteMember(json, Installed, InstalledMah(bank, monitor.Settings), 3);
        WriteMember(json, Capacity, bank.RemainingMah, 3);
        WriteMember(json, TimeToGo, bank.ToEmptyMinutes == Reading.Unknown ? Reading.Unknown : bank.ToEmptyMinutes * 60, 0);
        WriteAlarms(json, monitor.Alarms);
        WriteSystem(json, bank);
        json.CloseObject();
    }

    private static void WriteMember(JsonWriter json, int key, int value, int decimals)
    {
        if (value != Reading.Unknown)
        {
            json.Key(_keys, key);
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
        json.Key(_keys, Alarms);
        json.OpenObject();
        WriteAlarm(json, HighVoltage, alarms, AlarmKind.CellHigh);
        WriteAlarm(json, LowCell, alarms, AlarmKind.CellLow);
        WriteAlarm(json, HighTemperature, alarms, AlarmKind.CellHot);
        WriteAlarm(json, LowTemperature, alarms, AlarmKind.CellColdCharging);
        WriteAlarm(json, LowSoc, alarms, AlarmKind.SocLow);
        WriteAlarm(json, Imbalance, alarms, AlarmKind.CellSpread);
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

        json.Key(_keys, key);
        json.Number(severity);
    }

    private static void WriteSystem(JsonWriter json, Bank bank)
    {
        json.Key(_keys, SystemKey);
        json.OpenObject();
        if (bank.LiveCount > 0)
        {
            WriteMember(json, MinCell, bank.CellMinMv, 3);
            WriteCellId(json, MinCellId, bank.CellMinBattery, bank.CellMinCell);
            WriteMember(json, MaxCell, bank.CellMaxMv, 3);
            WriteCellId(json, MaxCellId, bank.CellMaxBattery, bank.CellMaxCell);
        }

        WriteMember(json, Online, bank.LiveCount, 0);
        WriteMember(json, Offline, bank.BatteryCount - bank.LiveCount, 0);
        json.CloseObject();
    }

    // "B2C3"
    private static void WriteCellId(JsonWriter json, int key, int battery, int cell)
    {
        json.Key(_keys, key);
        json.OpenText();
        json.Raw((byte)'B');
        json.Digits(battery);
        json.Raw((byte)'C');
        json.Digits(cell);
        json.EndText();
    }
}
