using System;
using System.Runtime.ExceptionServices;
using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Firmware;
using ValenceNano.Network;

namespace ValenceNano.Simulation;

/// <summary>
/// The firmware's own main loop in virtual time, with all that hangs on a real one: batteries on a wire, a panel, a button.
/// </summary>
public sealed class FirmwareRig : IClock
{
    private readonly VirtualClock _clock = new();
    private MainLoop _loop;
    private Func<bool> _turn;
    private bool _isOver;
    private bool _hasWaited;
    private ExceptionDispatchInfo _thrown;

    /// <summary>Wires everything up; there is no battery yet.</summary>
    /// <param name="seed">For all that is left to chance.</param>
    public FirmwareRig(int seed)
    {
        Wire = new VirtualWire(_clock, seed);
        Batteries = new VirtualBatteries(Wire);
        Cable = Wire.OpenPort();
        Line = new FaultPort(Cable, _clock, seed);
        Device = new VirtualDevice(_clock);
        Device.Com2.ConnectBus(Line);
        Device.I2c.Panel = Panel;
    }

    /// <inheritdoc/>
    public long NowMs => _clock.NowMs;

    /// <summary>The line.</summary>
    public VirtualWire Wire { get; }

    /// <summary>The batteries on it.</summary>
    public VirtualBatteries Batteries { get; }

    /// <summary>The monitor's end of the line; it can be pulled out.</summary>
    public WirePort Cable { get; }

    /// <summary>Spoils messages on the way between the two.</summary>
    public FaultPort Line { get; }

    /// <summary>The panel; it can be pulled out.</summary>
    public VirtualSsd1306 Panel { get; } = new();

    /// <summary>The chip: pins, UARTs, I2C.</summary>
    public VirtualDevice Device { get; }

    /// <summary>The board's settings. Change them before the run.</summary>
    public Settings Settings { get; } = Board.MakeSettings();

    /// <summary>GPIO that the firmware switches the wake load with; -1: there is none. Set it before the run.</summary>
    public int WakeLoadPin { get; set; } = Board.WakeLoadPin;

    /// <summary>GPIO that the firmware's trace comes out of; -1: there is none. Set it before the run.</summary>
    public int TracePin { get; set; } = Board.TracePin;

    /// <summary>Where peers of the firmware's page come in; null: there is no page. Set it before the run.</summary>
    public IListener Listener { get; set; }

    /// <summary>The device's radio, which restarts with it; null: it has none. Set it before the run.</summary>
    public VirtualRadio Radio { get; set; }

    /// <summary>Where questions for names come while the firmware is set up; null: nowhere. Set it before the run.</summary>
    public IDatagrams Questions { get; set; }

    /// <summary>What the page says of the product. Set it before the run.</summary>
    public DeviceFacts Facts { get; set; } = new() { IsSimulated = true };

    /// <summary>Open while the page may change something; the button opens it too.</summary>
    public ButtonLock ButtonLock { get; set; } = new();

    /// <summary>Where the firmware keeps what it keeps over a restart; null: nowhere. Set it before the run.</summary>
    public IStore Store { get; set; }

    /// <summary>The product in the firmware; null before it is made, and between an exception and the restart.</summary>
    public PanelDisplay Display => _loop.Display;

    /// <summary>What it shows.</summary>
    public Monitor Monitor => Display.Monitor;

    /// <summary>Runs the firmware, over its restarts.</summary>
    /// <param name="turn">Called whenever the firmware waits; false ends the run, and so does what it throws.</param>
    public void Run(Func<bool> turn)
    {
        _turn = turn;
        Device.MakeCurrent();
        _isOver = false;
        while (!_isOver)
        {
            _hasWaited = false;
            RunOnce();
            if (!_hasWaited)
            {
                throw new InvalidOperationException("The firmware restarts without having waited: on a device it would do nothing else.");
            }
        }

        _thrown?.Throw();
    }

    /// <inheritdoc/>
    public bool WaitUntil(long ms)
    {
        _hasWaited = true;
        _clock.NowUs = Math.Max(_clock.NowUs, ms * 1000);
        try
        {
            _isOver |= !_turn();
        }
        catch (Exception e)
        {
            // The firmware would take it for its own, and restart.
            _thrown = ExceptionDispatchInfo.Capture(e);
            _isOver = true;
        }

        return !_isOver;
    }

    /// <summary>The button is held down, or let go.</summary>
    public void HoldButton(bool isDown) => Device.Pins.Drive(Board.ButtonPin, isDown ? false : null);

    private void RunOnce()
    {
        _loop = new MainLoop(this)
        {
            Settings = Settings, WakeLoadPin = WakeLoadPin, TracePin = TracePin, Store = Store, Listener = Listener, Facts = Facts,
            ButtonLock = ButtonLock, Radio = Radio, Questions = Questions,
        };
        try
        {
            _loop.Run();
        }
        catch (RebootException)
        {
            Radio?.Restart();
        }
    }
}
