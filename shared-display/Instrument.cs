using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>
/// The product without its hardware: bus, batteries, bank, alarms, pages and panel. A head gives it a port, a panel, a clock
/// and a button, and calls <see cref="Poll"/>.
/// </summary>
public sealed class Instrument
{
    /// <summary>The contrast of a panel that is not dimmed.</summary>
    public const byte BrightContrast = 0xCF;

    private const byte DimContrast = 0x01;
    private const int MinuteMs = 60000;

    private readonly IPanel _panel;
    private readonly PageBuffer _buffer = new();
    private readonly Canvas _canvas;
    private bool _isDim;
    private bool _isBlank;
    private int _startLine;
    private bool _mustSetPanel = true;
    private bool _mustShow;

    /// <summary>Makes an instrument that has touched neither bus nor panel yet.</summary>
    public Instrument(IBusPort port, IPanel panel, InstrumentSettings settings)
    {
        _panel = panel;
        _canvas = new Canvas(_buffer);
        Bus = new BusMonitor(port, settings.PollIntervalMs, settings.Start);
        Bank = new Bank(Bus.Batteries, Bus.Counters, settings.Wiring, settings.CapacityMah);
        Alarms = new AlarmList(Bus.Batteries, settings.Limits);
        Turner = new PageTurner(Bus, Bank, Alarms, (long)settings.BlankAfterMinutes * MinuteMs);
        Pages = new PageBook(Bus, Bank, Alarms);
    }

    /// <summary>The bus, and the batteries on it.</summary>
    public readonly BusMonitor Bus;

    /// <summary>The batteries together.</summary>
    public readonly Bank Bank;

    /// <summary>What is wrong.</summary>
    public readonly AlarmList Alarms;

    /// <summary>Which page is shown; it also takes what the button was used for.</summary>
    public readonly PageTurner Turner;

    /// <summary>The pages themselves.</summary>
    public readonly PageBook Pages;

    /// <summary>Call it when the panel was started anew: everything is sent to it again.</summary>
    public void OnPanelStarted()
    {
        _buffer.ForgetPanel();
        _mustSetPanel = true;
        // Its memory is noise, and it is lit.
        _mustShow = true;
    }

    /// <summary>Does what is due: on the bus, and on the panel.</summary>
    /// <param name="nowMs">Time since start-up, ms: all times are on this clock, and it is shown as such.</param>
    /// <returns>When to call again at the latest, ms.</returns>
    public long Poll(long nowMs)
    {
        long dueMs = Bus.Poll(nowMs);
        if (Bank.Update(nowMs))
        {
            Alarms.Update(nowMs);
        }

        if (Turner.Update(nowMs) || _mustShow)
        {
            _mustShow = false;
            Show(nowMs);
        }

        return dueMs < Turner.DueMs ? dueMs : Turner.DueMs;
    }

    private void Show(long nowMs)
    {
        if (!Turner.IsBlank)
        {
            _canvas.Origin = Turner.Origin;
            Pages.Draw(_canvas, Turner.Page, Turner.BatteryIndex, Turner.Beat, nowMs);
            _buffer.Flush(_panel);
        }

        SetPanel();
    }

    private void SetPanel()
    {
        PageTurner turner = Turner;
        if (_mustSetPanel || _isBlank != turner.IsBlank || _isDim != turner.IsDim || _startLine != turner.StartLine)
        {
            _isBlank = turner.IsBlank;
            _isDim = turner.IsDim;
            _startLine = turner.StartLine;
            _mustSetPanel = !_panel.Configure(!_isBlank, _isDim ? DimContrast : BrightContrast, _startLine);
        }
    }
}
