using System;

namespace ValenceNano.Simulation;

/// <summary>
/// The world that the firmware finds behind the device's libraries: two UARTs, an I2C bus, pins and a clock. What the
/// firmware makes belongs to the device that is the thread's own at that moment.
/// </summary>
public sealed class VirtualDevice
{
    private const long TickUs = 10_000;

    // What it takes to let other threads run; an estimate.
    private const long YieldUs = 100;

    [ThreadStatic]
    private static VirtualDevice s_current;

    /// <summary>Makes a device to which nothing is connected.</summary>
    public VirtualDevice(VirtualClock clock)
    {
        Clock = clock;
        Processor = new VirtualProcessor(clock);
        Pins = new VirtualPins(Processor);
        Com2 = new VirtualUart(this, 2);
        Com3 = new VirtualUart(this, 3);
        I2c = new VirtualI2cBus(clock, Pins);
    }

    /// <summary>The time. What stops the program of a real device moves it.</summary>
    public VirtualClock Clock { get; }

    /// <summary>What the program costs.</summary>
    public VirtualProcessor Processor { get; }

    /// <summary>The UART named COM2.</summary>
    public VirtualUart Com2 { get; }

    /// <summary>The UART named COM3.</summary>
    public VirtualUart Com3 { get; }

    /// <summary>I2C bus 1.</summary>
    public VirtualI2cBus I2c { get; }

    /// <summary>The GPIO pins.</summary>
    public VirtualPins Pins { get; }

    /// <summary>The radio.</summary>
    public VirtualWifi Wifi { get; } = new();

    /// <summary>By how much the chip's fine timer is ahead of the time, us.</summary>
    public long TimerJumpUs { get; set; }

    /// <summary>How often the firmware has restarted the device.</summary>
    public int Reboots { get; private set; }

    /// <summary>The device of this thread.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    internal static VirtualDevice Current =>
        s_current ?? throw new InvalidOperationException("no virtual device has been made this thread's own");

    /// <summary>Makes this device the thread's own.</summary>
    public void MakeCurrent() => s_current = this;

    /// <summary>Waits as the system of a real device does: to the end of a tick of 10 ms, and for as many as the time has begun.</summary>
    internal void Sleep(int ms)
    {
        long ticks = ((ms * 1000L) + TickUs - 1) / TickUs;
        Clock.NowUs = ticks > 0 ? ((Clock.NowUs / TickUs) + ticks) * TickUs : Clock.NowUs + YieldUs;
    }

    /// <summary>
    /// What a restart does to the chip: UARTs and pins are as after power-up. What is connected stays so, and the panel,
    /// whose power stays on, keeps its picture.
    /// </summary>
    internal void Reboot()
    {
        Reboots++;
        Com2.Release();
        Com3.Release();
        Pins.Reset();
    }

    /// <summary>The UART that a port name means; null if the firmware cannot have it.</summary>
    internal VirtualUart FindUart(string portName) => portName switch
    {
        "COM2" => Com2,
        "COM3" => Com3,
        _ => null,
    };
}
