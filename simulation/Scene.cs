using System.Text;
using ValenceNano.Protocol;

namespace ValenceNano.Simulation;

/// <summary>
/// A small boat's bank in parallel: some batteries, a refrigerator that comes and goes, a sun that rises every ten minutes,
/// and what a user switches on besides.
/// </summary>
public sealed class Scene
{
    private const int RefrigeratorMa = 4200;
    private const int StandbyMa = 400;
    private const int SunMa = 9000;
    private const int SunPeriodMs = 600_000;
    private const int RefrigeratorPeriodMs = 60_000;
    private const int RefrigeratorOnMs = 40_000;

    private readonly VirtualBatteries _batteries;

    /// <summary>Plugs batteries in; the same seed gives the same ones.</summary>
    /// <param name="batteries">Where they are plugged in.</param>
    /// <param name="count">How many, 1..16.</param>
    /// <param name="seed">For their slots, and the small differences between their cells.</param>
    public Scene(VirtualBatteries batteries, int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, BatteryList.Capacity);
        _batteries = batteries;
        for (int i = 1; i <= count; i++)
        {
            var battery = new VirtualBattery(Serial(i), 900 - (35 * i), (seed * 100) + i);
            batteries.Add(battery);
        }

        MoveTo(0);
    }

    /// <summary>A load that the user has switched on, mA for the whole bank; a charger is below 0.</summary>
    public int ExtraLoadMa { get; set; }

    /// <summary>All is switched off: the batteries fall asleep.</summary>
    public bool IsQuiet { get; set; }

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
        VirtualBattery[] connected = _batteries.All.Where(battery => battery.IsPlugged).ToArray();
        for (int i = 0; i < connected.Length; i++)
        {
            // Batteries never share quite evenly.
            int share = BankMa(nowMs) / connected.Length;
            connected[i].Model.CurrentMa = share + (share * (i % 3 - 1) / 20);
        }
    }

    /// <summary>The serial of a virtual battery. The third has a line feed and a carriage return in it, as real ones may.</summary>
    public static byte[] Serial(int number) => Encoding.ASCII.GetBytes(number == 3 ? "SIMULATE\n\r03" : $"SIMULATED-{number:00}");

    private int BankMa(long nowMs)
    {
        if (IsQuiet)
        {
            return 0;
        }

        double sun = Math.Sin(2 * Math.PI * (nowMs % SunPeriodMs) / SunPeriodMs);
        bool isCooling = nowMs % RefrigeratorPeriodMs < RefrigeratorOnMs;
        return (int)(SunMa * Math.Max(0, sun)) - (isCooling ? RefrigeratorMa : StandbyMa) - ExtraLoadMa;
    }
}
