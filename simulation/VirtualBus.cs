using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Simulation;

/// <summary>A virtual wire with batteries on it and a product at its end, run in virtual time.</summary>
public sealed class VirtualBus
{
    private readonly Random _seeds;
    private readonly bool _nothingButTheWire;

    /// <summary>Makes a bus on which nothing has happened yet.</summary>
    /// <param name="seed">The same seed and the same calls give the same bytes.</param>
    /// <param name="pollIntervalMs">As <see cref="BusMonitor"/> has it.</param>
    /// <param name="start">As <see cref="BusMonitor"/> has it.</param>
    /// <param name="deviceNumber">As <see cref="BusMonitor"/> has it.</param>
    /// <param name="around">Puts another port around the product's own, a <see cref="FaultPort"/> for example.</param>
    public VirtualBus(
        int seed,
        int pollIntervalMs = BusMaster.DefaultPollIntervalMs,
        BusRole start = BusRole.Master,
        Func<IBusPort, VirtualClock, IBusPort>? around = null,
        int deviceNumber = 0)
    {
        _seeds = new Random(seed);
        Wire = new VirtualWire(Clock, _seeds.Next());
        Batteries = new VirtualBatteries(Wire);
        Port = Wire.OpenPort();
        _nothingButTheWire = around == null;
        Monitor = new BusMonitor(around == null ? Port : around(Port, Clock), pollIntervalMs, start, deviceNumber);
    }

    /// <summary>The time.</summary>
    public VirtualClock Clock { get; } = new();

    /// <summary>The line.</summary>
    public VirtualWire Wire { get; }

    /// <summary>The batteries on it.</summary>
    public VirtualBatteries Batteries { get; }

    /// <summary>The product's port.</summary>
    public WirePort Port { get; }

    /// <summary>The product's side.</summary>
    public BusMonitor Monitor { get; }

    /// <summary>Plugs in a battery whose serial is a text of 12 Latin-1 characters, with a current that keeps it awake.</summary>
    public VirtualBattery Add(string serial, int socPermille = 800, int currentMa = 1000)
    {
        var battery = new VirtualBattery(System.Text.Encoding.Latin1.GetBytes(serial), socPermille, _seeds.Next());
        battery.Model.CurrentMa = currentMa;
        Batteries.Add(battery);
        return battery;
    }

    /// <summary>Lets the product run until this time, calling it whenever it asked for it.</summary>
    public void RunUntil(long ms)
    {
        while (Clock.NowMs < ms)
        {
            long nextMs = Math.Max(Monitor.Poll(Clock.NowMs), Clock.NowMs + 1);
            if (_nothingButTheWire && Wire.IsIdle && Monitor.Role == BusRole.Master)
            {
                // A window in which no one answers is most of a night: nothing can arrive in it, so there is nothing to see.
                nextMs = Math.Max(nextMs, Monitor.Master.DueMs);
            }

            Clock.NowUs = Math.Min(ms, nextMs) * 1000;
        }
    }
}
