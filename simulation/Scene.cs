using System.Text;
using ValenceNano.Protocol;

namespace ValenceNano.Simulation;

/// <summary>
/// A small boat's bank in parallel: some batteries, a refrigerator that comes and goes, a sun that rises once a day (it begins at
/// sunset), and what a user switches on besides.
/// </summary>
public sealed class Scene
{
    private const int HourMs = 3_600_000;
    private const int DayMs = 24 * HourMs;
    private const int RefrigeratorMa = 4200;
    private const int RefrigeratorPeriodMs = 30 * 60_000;
    private const int RefrigeratorOnMs = 10 * 60_000;

    // For each battery, of two at least: a boat with a larger bank has more of everything.
    private const int StandbyMa = 200;
    private const int SunMa = 4500;

    // Where a group is weak the day is to empty and to fill the whole bank: a heater by night, and a sun to match.
    private const int HeaterMa = 4000;
    private const int StrongSunMa = 9000;

    // The charger holds this at the end of its cables, the resistance of which keeps the batteries' shares alike.
    private const double ChargerMv = 14_200;
    private const double CableOhm = 0.1;

    // Each battery has a switch of its own, which opens when a group is empty, and closes when so much is in again.
    private const double ClosesAtMah = 2000;

    // Nothing changes so fast that it must be looked at more often.
    private const int StepMs = 1000;

    private readonly VirtualBatteries _batteries;
    private readonly int _strength;
    private readonly bool _isDeep;
    private readonly HashSet<VirtualBattery> _cutOff = [];
    private long _nextMs;

    /// <summary>Plugs batteries in; the same seed gives the same ones.</summary>
    /// <param name="batteries">Where they are plugged in.</param>
    /// <param name="count">How many, 1..16.</param>
    /// <param name="seed">For their slots, and the small differences between their cells.</param>
    /// <param name="weak">A group that holds less than the label says; the batteries are then emptied and filled every day.</param>
    public Scene(VirtualBatteries batteries, int count, int seed, WeakGroup? weak = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, BatteryList.Capacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weak?.Battery ?? 1, count, nameof(weak));
        _batteries = batteries;
        _strength = Math.Max(2, count);
        _isDeep = weak != null;
        for (int i = 1; i <= count; i++)
        {
            var battery = new VirtualBattery(Serial(i), 900 - (35 * i), (seed * 100) + i);
            batteries.Add(battery);
        }

        if (weak != null)
        {
            OnScreen(weak.Battery).Model.Groups[weak.Group - 1].CapacityMah = BatteryModel.LabelMah * weak.Percent / 100.0;
        }

        MoveTo(0);
    }

    /// <summary>A load that the user has switched on, mA for the whole bank; a charger is below 0.</summary>
    public int ExtraLoadMa
    {
        get;
        set
        {
            field = value;
            _nextMs = 0;
        }
    }

    /// <summary>All is switched off: the batteries fall asleep.</summary>
    public bool IsQuiet
    {
        get;
        set
        {
            _nextMs = field == value ? _nextMs : 0;
            field = value;
        }
    }

    /// <summary>Switches something on, or off again if it is on. Whoever does so means it to run: it wakes what was all off.</summary>
    /// <param name="loadMa">See <see cref="ExtraLoadMa"/>.</param>
    public void Switch(int loadMa)
    {
        ExtraLoadMa = ExtraLoadMa == loadMa && !IsQuiet ? 0 : loadMa;
        IsQuiet = false;
    }

    /// <summary>Sets every battery's current as it is at this time.</summary>
    public void MoveTo(long nowMs)
    {
        if (nowMs < _nextMs)
        {
            return;
        }

        _nextMs = nowMs + StepMs;
        VirtualBattery[] connected = [.. _batteries.All.Where(battery => battery.IsPlugged)];
        int bankMa = BankMa(nowMs);
        VirtualBattery[] sharing = bankMa > 0 ? connected : [.. connected.Where(CanGive)];
        for (int i = 0; i < connected.Length; i++)
        {
            BatteryModel model = connected[i].Model;
            int at = Array.IndexOf(sharing, connected[i]);
            model.CurrentMa = at < 0 ? 0 : Share(model, bankMa / sharing.Length, at);
            model.AdvanceTo(nowMs * 1000);
        }
    }

    /// <summary>The battery with a number on the screen, 1..: they are in the order of their serials there.</summary>
    public VirtualBattery OnScreen(int number) =>
        _batteries.All.OrderBy(battery => Convert.ToHexString(battery.Serial), StringComparer.Ordinal).ElementAt(number - 1);

    /// <summary>The serial of a virtual battery. The third has a line feed and a carriage return in it, as real ones may.</summary>
    public static byte[] Serial(int number) => Encoding.ASCII.GetBytes(number == 3 ? "SIMULATE\n\r03" : $"SIMULATED-{number:00}");

    // Batteries never share quite evenly. The charger gives no more than what brings them to its voltage.
    private static int Share(BatteryModel model, int evenMa, int place)
    {
        int share = evenMa + (evenMa * (place % 3 - 1) / 20);
        double mostMa = (ChargerMv - model.RestMv) / CableOhm;
        return share <= mostMa ? share : (int)Math.Max(0, mostMa);
    }

    private bool CanGive(VirtualBattery battery)
    {
        BatteryModel model = battery.Model;
        if (model.IsEmpty)
        {
            _cutOff.Add(battery);
        }
        else if (model.ChargeMah >= ClosesAtMah)
        {
            _cutOff.Remove(battery);
        }

        return !_cutOff.Contains(battery);
    }

    private int BankMa(long nowMs)
    {
        if (IsQuiet)
        {
            return 0;
        }

        double sun = -Math.Sin(2 * Math.PI * (nowMs % DayMs) / DayMs);
        bool isCooling = nowMs % RefrigeratorPeriodMs < RefrigeratorOnMs;
        int loadMa = (isCooling ? RefrigeratorMa : 0) + (StandbyMa * _strength) + ExtraLoadMa;
        if (_isDeep && sun < 0)
        {
            loadMa += HeaterMa * _strength;
        }

        return (int)((_isDeep ? StrongSunMa : SunMa) * _strength * Math.Max(0, sun)) - loadMa;
    }
}
