using System;
using System.Device.Gpio;
using nanoFramework.Runtime.Native;
using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Network;
using ValenceNano.Protocol;

namespace ValenceNano.Firmware;

/// <summary>The product on its hardware: bus, panel, button, wake load, and what is done when something throws.</summary>
public sealed partial class MainLoop
{
    /// <summary>The button is looked at this often, ms.</summary>
    private const int LookMs = 10;

    /// <summary>How long an exception stands on the panel before the restart, ms.</summary>
    private const int FaultMs = 10000;

    private readonly IClock _clock;
    private readonly Button _button = new();
    private OledPanel _panel;
    private TracePort _trace;
    private ButtonPin _buttonPin;
    private GpioPin _wakePin;
    private bool _mustRestart;
    private bool _isWakeLoadOn;

    /// <summary>Makes a loop that has touched no hardware yet.</summary>
    public MainLoop(IClock clock)
    {
        _clock = clock;
    }

    // What follows is set by whoever makes the loop, before it runs. Fields: two methods for each would only take memory.

    /// <summary>As <see cref="Board.MakeSettings"/>; a bench may have others.</summary>
    internal Settings Settings = Board.MakeSettings();

    /// <summary>As <see cref="Board.PanelKind"/>; a bench may have another.</summary>
    internal PanelKind PanelKind = Board.PanelKind;

    /// <summary>As <see cref="Board.WakeLoadPin"/>; a bench may have another.</summary>
    internal int WakeLoadPin = Board.WakeLoadPin;

    /// <summary>Where settings, energy, history and health are kept over a restart; null: nowhere.</summary>
    internal IStore Store;

    /// <summary>As <see cref="Board.TracePin"/>; a bench may have another.</summary>
    internal int TracePin = Board.TracePin;

    /// <summary>The radio; null: there is none, or a network that looks after itself.</summary>
    internal IRadio Radio;

    /// <summary>Where questions for names come while it is set up; null: nowhere.</summary>
    internal IDatagrams Questions;

    /// <summary>Where those who join ask for an address while it is set up; null: nowhere.</summary>
    internal IDatagrams Joiners;

    /// <summary>What runs the radio; null: there is none.</summary>
    internal WifiControl Wifi;

    /// <summary>Where peers of the page come in; null: there is no page.</summary>
    internal IListener Listener;

    /// <summary>Opens connections to a broker; null: nothing is published.</summary>
    internal IConnector Connector;

    /// <summary>What the page says of the product; null unless there is a <see cref="Listener"/> or <see cref="Connector"/>.</summary>
    internal DeviceFacts Facts;

    /// <summary>What the page may change only after a press of the button; null unless there is a <see cref="Listener"/>.</summary>
    internal ButtonLock ButtonLock;

    /// <summary>How the bus is begun with; a bench may only listen.</summary>
    internal BusRole StartRole = BusRole.Starting;

    /// <summary>The product; null until <see cref="Run"/> has made it.</summary>
    public PanelDisplay Display { get; private set; }

    /// <summary>What is published; null: nothing is, or <see cref="Run"/> has not made it.</summary>
    internal BrokerPublisher Publisher { get; private set; }

    /// <summary>Runs until the clock ends it; on a device, for ever.</summary>
    public void Run()
    {
        try
        {
            Start();
            while (!_mustRestart && _clock.WaitUntil(Step(_clock.NowMs)))
            {
            }

            if (!_mustRestart)
            {
                return;
            }
        }
        catch (Exception e)
        {
            ShowFault(e);
        }

        Power.RebootDevice();
    }

    private void Start()
    {
        // The panel is flushed before anything else has a turn that works in it.
        byte[] work = new byte[Monitor.WorkLength];
        _panel = new OledPanel(PanelKind, Board.PanelIsUpsideDown, work);
        _panel.Update(_clock.NowMs);
        var gpio = new GpioController();
        _buttonPin = new ButtonPin(gpio.OpenPin(Board.ButtonPin, PinMode.InputPullUp));
        if (WakeLoadPin >= 0)
        {
            _wakePin = gpio.OpenPin(WakeLoadPin, PinMode.Output);
            _wakePin.Write(PinValue.Low);
        }

        if (Radio != null)
        {
            // Before the pages are made: those of the network are only made if there is one.
            Wifi = new WifiControl(Radio, Store);
            _mustRestart = Wifi.Poll(_clock.NowMs);
        }

        var monitor = new Monitor(OpenBus(), Settings, StartRole, hasWakeLoad: _wakePin != null, DeviceClock.StartNumber(), Store, work: work)
        {
            Network = Wifi?.Status,
        };
        Display = new PanelDisplay(monitor, _panel);
        SettingsNotice.Write(Settings, monitor.FoundSettings);
        StartServers();
    }

    private IBusPort OpenBus()
    {
        var port = new UartPort(Board.BusUart, Board.BusTxPin, Board.BusRxPin, Board.BusDirectionPin);
        _trace = BusTrace.Of(port, TracePin);
        return _trace ?? (IBusPort)port;
    }

    // One turn of the loop; answers when the next one is due, ms.
    private long Step(long nowMs)
    {
        if (_trace != null)
        {
            _trace.NowMs = nowMs;
        }

        if (_panel.Update(nowMs))
        {
            Display.OnPanelStarted();
        }

        ButtonEvent press = _button.Update(_buttonPin.IsDown(nowMs), nowMs);
        if (press != ButtonEvent.None)
        {
            OnPress(press, nowMs);
        }

        Display.Hold(_button.Held, nowMs);

        long dueMs = Display.Poll(nowMs);
        _panel.Flush();
        SwitchWakeLoad();

        if (ServeNetwork(nowMs))
        {
            return nowMs;
        }

        long lookMs = nowMs + LookMs;
        return dueMs < lookMs ? dueMs : lookMs;
    }

    private void OnPress(ButtonEvent press, long nowMs)
    {
        ButtonLock?.Unlock(nowMs);
        switch (press)
        {
            case ButtonEvent.SetUp when Wifi == null:
                break;
            case ButtonEvent.SetUp when Wifi.IsSetUp:
                Wifi.EndSetUp(nowMs);
                break;
            case ButtonEvent.SetUp:
                Wifi.BeginSetUp(nowMs);
                break;
            case ButtonEvent.Reset:
                Reset(nowMs);
                break;
            default:
                Display.Turner.Press(press, nowMs);
                break;
        }
    }

    // What was measured stays: the page can begin it anew.
    private void Reset(long nowMs)
    {
        // Those in use too: what was not kept yet would be, right before the restart.
        Settings.SetDefaults();
        if (Store != null)
        {
            new SettingsRecord(Store, new byte[SettingsCodec.MaxLength]).Save(Settings);
        }

        if (Wifi != null)
        {
            Wifi.Forget(nowMs);
        }
        else
        {
            _mustRestart = true;
        }
    }

    private void SwitchWakeLoad()
    {
        if (_wakePin != null && Display.Monitor.WakeLoad.IsOn != _isWakeLoadOn)
        {
            _isWakeLoadOn = !_isWakeLoadOn;
            _wakePin.Write(_isWakeLoadOn ? PinValue.High : PinValue.Low);
        }
    }

    // Nothing may be thrown from here: what is left is the restart. What cannot be shown is waited for too, or a device whose panel
    // is the fault would do nothing but restart.
    private void ShowFault(Exception e)
    {
        try
        {
            try
            {
                TellFault(e);
            }
            finally
            {
                _clock.WaitUntil(_clock.NowMs + FaultMs);
            }
        }
        catch (Exception)
        {
        }
    }

    private void TellFault(Exception e)
    {
        _wakePin?.Write(PinValue.Low);
        // It may have been dark.
        _panel.Configure(isLit: true, PanelDisplay.BrightContrast, startLine: 0);
        FaultScreen.Show(_panel, e.GetType().Name, e.Message);
        _panel.Flush();
    }
}
