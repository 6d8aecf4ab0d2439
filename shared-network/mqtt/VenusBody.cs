using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>
/// The bank as the JSON that dbus-mqtt-battery reads on a Victron GX (its README has the keys). What is not known is left out: its driver
/// takes a battery without power or voltage for absent, and that is right while all are asleep.
/// </summary>
internal sealed class VenusBody
{
    private const int Warning = 1;

    private static readonly byte[] _dc = Ascii.Of("Dc");
    private static readonly byte[] _power = Ascii.Of("Power");
    private static readonly byte[] _voltage = Ascii.Of("Voltage");
    private static readonly byte[] _current = Ascii.Of("Current");
    private static readonly byte[] _temperature = Ascii.Of("Temperature");
    private static readonly byte[] _soc = Ascii.Of("Soc");
    private static readonly byte[] _installed = Ascii.Of("InstalledCapacity");
    private static readonly byte[] _capacity = Ascii.Of("Capacity");
    private static readonly byte[] _timeToGo = Ascii.Of("TimeToGo");
    private static readonly byte[] _alarms = Ascii.Of("Alarms");
    private static readonly byte[] _system = Ascii.Of("System");
    private static readonly byte[] _minCell = Ascii.Of("MinCellVoltage");
    private static readonly byte[] _minCellId = Ascii.Of("MinVoltageCellId");
    private static readonly byte[] _maxCell = Ascii.Of("MaxCellVoltage");
    private static readonly byte[] _maxCellId = Ascii.Of("MaxVoltageCellId");
    private static readonly byte[] _online = Ascii.Of("NrOfModulesOnline");
    private static readonly byte[] _offline = Ascii.Of("NrOfModulesOffline");

    // By AlarmKind: the alarm that a GX knows for it; an empty one where it has none.
    private static readonly byte[][] _alarmKeys =
    [
        Ascii.Of("HighVoltage"), Ascii.Of("LowCellVoltage"), Ascii.Of("HighTemperature"), Ascii.Of("LowChargeTemperature"), [], [],
        Ascii.Of("LowSoc"), Ascii.Of("CellImbalance"), [], [],
    ];

    private readonly Monitor _monitor;

    public VenusBody(Monitor monitor)
    {
        _monitor = monitor;
    }

    /// <summary>Writes it whole.</summary>
    public void Write(JsonWriter json)
    {
        Bank bank = _monitor.Bank;
        json.OpenObject();
        json.Key(_dc);
        json.OpenObject();
        WriteMember(json, _power, bank.PowerMw, 3);
        WriteMember(json, _voltage, bank.VoltageMv, 3);
        WriteMember(json, _current, bank.CurrentMa, 3);
        WriteMember(json, _temperature, HottestC(), 0);
        json.CloseObject();
        WriteMember(json, _soc, bank.RestingSocPermille, 1);
        WriteMember(json, _installed, InstalledMah(bank), 3);
        WriteMember(json, _capacity, bank.RemainingMah, 3);
        WriteMember(json, _timeToGo, bank.ToEmptyMinutes == Reading.Unknown ? Reading.Unknown : bank.ToEmptyMinutes * 60, 0);
        WriteAlarms(json);
        WriteSystem(json, bank);
        json.CloseObject();
    }

    private static void WriteMember(JsonWriter json, byte[] key, int value, int decimals)
    {
        if (value != Reading.Unknown)
        {
            json.Key(key);
            ValueText.WriteNumber(json, value, decimals);
        }
    }

    // As Bank.RemainingMah: of those that are live, where they are in parallel.
    private int InstalledMah(Bank bank)
    {
        int mah = _monitor.Settings.CapacityMah;
        return bank.RemainingMah == Reading.Unknown ? Reading.Unknown
            : _monitor.Settings.Wiring == BankWiring.Parallel ? mah * bank.LiveCount : mah;
    }

    private int HottestC()
    {
        BatteryList batteries = _monitor.Bus.Batteries;
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

    private void WriteAlarms(JsonWriter json)
    {
        json.Key(_alarms);
        json.OpenObject();
        for (int kind = 0; kind < _alarmKeys.Length; kind++)
        {
            if (_alarmKeys[kind].Length > 0)
            {
                json.Key(_alarmKeys[kind]);
                json.Number(Severity((AlarmKind)kind));
            }
        }

        json.CloseObject();
    }

    // 0 none, 1 a warning, 2 an alarm.
    private int Severity(AlarmKind kind)
    {
        AlarmList alarms = _monitor.Alarms;
        for (int i = 0; i < alarms.Count; i++)
        {
            if (alarms[i].Kind == kind && !alarms[i].IsOver)
            {
                return (int)alarms[i].Severity - (int)AlarmSeverity.Warning + Warning;
            }
        }

        return 0;
    }

    private static void WriteSystem(JsonWriter json, Bank bank)
    {
        json.Key(_system);
        json.OpenObject();
        if (bank.LiveCount > 0)
        {
            WriteMember(json, _minCell, bank.CellMinMv, 3);
            WriteCellId(json, _minCellId, bank.CellMinBattery, bank.CellMinCell);
            WriteMember(json, _maxCell, bank.CellMaxMv, 3);
            WriteCellId(json, _maxCellId, bank.CellMaxBattery, bank.CellMaxCell);
        }

        WriteMember(json, _online, bank.LiveCount, 0);
        WriteMember(json, _offline, bank.BatteryCount - bank.LiveCount, 0);
        json.CloseObject();
    }

    // "B2C3"
    private static void WriteCellId(JsonWriter json, byte[] key, int battery, int cell)
    {
        json.Key(key);
        json.OpenText();
        json.Raw((byte)'B');
        json.Digits(battery);
        json.Raw((byte)'C');
        json.Digits(cell);
        json.EndText();
    }
}
