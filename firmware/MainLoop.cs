using System;
using System.Device.Gpio;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;
using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Network;
using ValenceNano.Protocol;

namespace ValenceNano.Firmware;

/// <summary>The product on its hardware: bus, panel, button, wake load, and what is done when something throws.</summary>
public sealed class MainLoop
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
    private PageServer _page;
    private bool _isWakeLoadOn;

    /// <summary>Makes a loop that has touched no hardware yet.</summary>
    public MainLoop(IClock clock)
    {
        _clock = clock;
    }

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

    /// <summary>Where peers of the page come in; null: there is no page.</summary>
    internal IListener Listener;

    /// <summary>What the page says of the product.</summary>
    internal DeviceFacts Facts = new();

    /// <summary>What the page may change only after a press of the button.</summary>
    internal ButtonLock ButtonLock = new();

    /// <summary>How the bus is begun with; a bench may only listen.</summary>
    internal BusRole StartRole = BusRole.Starting;

    /// <summary>The product; null until <see cref="Run"/> has made it.</summary>
    public PanelDisplay Display;

    /// <summary>Runs until the clock ends it; on a device, for ever.</summary>
    public void Run()
    {
        try
        {
            Start();
            while (_clock.WaitUntil(Step(_clock.NowMs)))
            {
            }
        }
        catch (Exception e)
        {
            ShowFault(e);
            Power.RebootDevice();
        }
    }

    private void Start()
    {
        _panel = new OledPanel(PanelKind, Board.PanelIsUpsideDown);
        _panel.Update(_clock.NowMs);
        var gpio = new GpioController();
        _buttonPin = new ButtonPin(gpio.OpenPin(Board.ButtonPin, PinMode.InputPullUp));
        if (WakeLoadPin >= 0)
        {
            _wakePin = gpio.OpenPin(WakeLoadPin, PinMode.Output);
            _wakePin.Write(PinValue.Low);
        }

        var monitor = new Monitor(OpenBus(), Settings, StartRole, hasWakeLoad: _wakePin != null, DeviceNumber(), Store);
        Display = new PanelDisplay(monitor, _panel);
        SettingsNotice.Write(Settings, monitor.FoundSettings);
        if (Listener != null)
        {
            _page = new PageServer(Display, Listener, Facts, ButtonLock);
        }
    }

    // No two devices start within the same microsecond of their clocks.
    private static int DeviceNumber() => (int)(HighResTimer.GetCurrent() & 0xFFFF);

    private IBusPort OpenBus()
    {
        var port = new UartPort(Board.BusUart, Board.BusTxPin, Board.BusRxPin, Board.BusDirectionPin);
        if (TracePin >= 0)
        {
            _trace = new UartTrace(port, Board.TraceUart, TracePin, Board.TraceUnusedPin);
        }
        else if (Board.TraceToDebugger)
        {
            _trace = new ConsoleTrace(port);
        }

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
            ButtonLock.Unlock(nowMs);
            Display.Turner.Press(press, nowMs);
        }

        long dueMs = Display.Poll(nowMs);
        _panel.Flush();
        SwitchWakeLoad();

        if (_page != null && _page.Poll(nowMs))
        {
            return nowMs;
        }

        long lookMs = nowMs + LookMs;
        return dueMs < lookMs ? dueMs : lookMs;
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
