using System;
using System.Runtime.ExceptionServices;
using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Firmware;
using ValenceNano.Network;
using ValenceNano.Protocol;

namespace ValenceNano.Simulation;

/// <summary>
/// The firmware's own main loop in virtual time, with all that hangs on a real one: batteries on a wire, a panel, a button.
/// The clock is ideal, and computing takes no time, unless <see cref="HasDeviceClock"/> says otherwise.
/// </summary>
public sealed class FirmwareRig : IClock
{
    private readonly VirtualClock _clock;
    private readonly DeviceClock _deviceClock = new();
    private MainLoop _loop;
    private Func<bool> _turn;
    private bool _isOver;
    private bool _hasWaited;
    private bool _isRestarting;
    private ExceptionDispatchInfo _thrown;

    /// <summary>Wires everything up; there is no battery yet.</summary>
    /// <param name="seed">For all that is left to chance.</param>
    /// <param name="chip">The panel's controller.</param>
    /// <param name="clock">The time; null: one of its own.</param>
    public FirmwareRig(int seed, OledChip chip = OledChip.Ssd1306, VirtualClock clock = null)
    {
        _clock = clock ?? new VirtualClock();
        Panel = new VirtualOled(chip);
        PanelKind = chip switch
        {
            OledChip.Sh1106 => PanelKind.Sh1106,
            OledChip.Ssd1309 => PanelKind.Ssd1309,
            _ => PanelKind.Ssd1306,
        };
        Wire = new VirtualWire(_clock, seed);
        Batteries = new VirtualBatteries(Wire);
        Cable = Wire.OpenPort();
        Line = new FaultPort(Cable, _clock, seed);
        Device = new VirtualDevice(_clock);
        Device.Com2.ConnectBus(Line);
        Device.I2c.Panel = Panel;
        Device.I2c.DataPin = Board.PanelDataPin;
        Device.I2c.ClockPin = Board.PanelClockPin;
    }

    /// <summary>Now, ms on the firmware's clock.</summary>
    public long NowMs => (_clock.NowUs + (HasDeviceClock ? Device.TimerJumpUs : 0)) / 1000;

    /// <summary>What the firmware took for now when it last looked, ms.</summary>
    public long CalledMs { get; private set; }

    /// <inheritdoc/>
    long IClock.NowMs => CalledMs = HasDeviceClock ? _deviceClock.NowMs : NowMs;

    /// <summary>
    /// The firmware has the chip's own clock, and computing takes as long as <see cref="VirtualDevice.Processor"/> says. Set it
    /// before the run.
    /// </summary>
    public bool HasDeviceClock { get; set; }

    /// <summary>The line.</summary>
    public VirtualWire Wire { get; }

    /// <summary>The batteries on it.</summary>
    public VirtualBatteries Batteries { get; }

    /// <summary>The monitor's end of the line; it can be pulled out.</summary>
    public WirePort Cable { get; }

    /// <summary>Spoils messages on the way between the two.</summary>
    public FaultPort Line { get; }

    /// <summary>The panel; it can be pulled out.</summary>
    public VirtualOled Panel { get; }

    /// <summary>What the firmware takes the panel for. Set it before the run.</summary>
    public PanelKind PanelKind { get; set; }

    /// <summary>The chip: pins, UARTs, I2C.</summary>
    public VirtualDevice Device { get; }

    /// <summary>The board's settings. Change them before the run.</summary>
    public Settings Settings { get; } = Board.MakeSettings();

    /// <summary>GPIO that the firmware switches the wake load with; -1: there is none. Set it before the run.</summary>
    public int WakeLoadPin { get; set; } = Board.WakeLoadPin;

    /// <summary>How the firmware begins with the bus, from its next start on.</summary>
    public BusRole StartRole { get; set; } = BusRole.Starting;

    /// <summary>GPIO that the firmware's trace comes out of; -1: there is none. Set it before the run.</summary>
    public int TracePin { get; set; } = Board.TracePin;

    /// <summary>Where peers of the firmware's page come in; null: there is no page. Set it before the run.</summary>
    public IListener Listener { get; set; }

    /// <summary>Opens the firmware's connections to a broker; null: nothing is published. Set it before the run.</summary>
    public IConnector Connector { get; set; }

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

    /// <summary>The firmware's client of a broker; null while there is none.</summary>
    public BrokerClient Client => _loop.Publisher?.Client;

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
            _isRestarting = false;
            RunOnce();
            if (!_hasWaited)
            {
                throw new InvalidOperationException("The firmware restarts without having waited: on a device it would do nothing else.");
            }
        }

        _thrown?.Throw();
    }

    /// <inheritdoc/>
    bool IClock.WaitUntil(long ms)
    {
        _hasWaited = true;
        if (HasDeviceClock)
        {
            _deviceClock.WaitUntil(ms);
        }

        using LibraryCall world = Device.Processor.Enter(LibraryCost.None);
        _clock.NowUs = HasDeviceClock ? _clock.NowUs : Math.Max(_clock.NowUs, ms * 1000);
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

        return !_isOver && !_isRestarting;
    }

    /// <summary>The device loses its power for a moment. To be called from the run's own turn.</summary>
    public void Restart() => _isRestarting = true;

    /// <summary>The button is held down, or let go.</summary>
    public void HoldButton(bool isDown) => Device.Pins.Drive(Board.ButtonPin, isDown ? false : null);

    private void RunOnce()
    {
        _loop = new MainLoop(this)
        {
            Settings = Settings, PanelKind = PanelKind, WakeLoadPin = WakeLoadPin, TracePin = TracePin, StartRole = StartRole,
            Store = Store, Listener = Listener, Connector = Connector, Facts = Facts, ButtonLock = ButtonLock,
            Radio = Radio, Questions = Questions,
        };
        Device.Processor.Start();
        try
        {
            _loop.Run();
            if (_isRestarting)
            {
                Device.Reboot();
            }
        }
        catch (RebootException)
        {
            Radio?.Restart();
        }
    }
}
