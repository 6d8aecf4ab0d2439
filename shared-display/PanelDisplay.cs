using System;
using ValenceNano.Model;

namespace ValenceNano.Display;

/// <summary>
/// The product on a panel: shows a monitor's pages. A head gives it a panel, a clock and a button, and calls <see cref="Poll"/>.
/// </summary>
public sealed class PanelDisplay
{
    /// <summary>The contrast of a panel that is not dimmed.</summary>
    public const byte BrightContrast = 0xCF;

    private const byte DimContrast = 0x01;

    private readonly IPanel _panel;
    private readonly PageBuffer _buffer = new();
    private readonly Canvas _canvas;
    private bool _isDim;
    private bool _isBlank;
    private int _startLine;
    private bool _mustSetPanel = true;

    /// <summary>Makes a display that has not touched the panel yet.</summary>
    /// <param name="monitor">What is shown; <see cref="Poll"/> polls it.</param>
    /// <param name="panel">On what.</param>
    public PanelDisplay(Monitor monitor, IPanel panel)
    {
        Monitor = monitor;
        _panel = panel;
        _canvas = new Canvas(_buffer, monitor.Readings.Line);
        Turner = new PageTurner(monitor);
        Pages = new PageBook(monitor);
    }

    /// <summary>What is shown.</summary>
    public Monitor Monitor { get; }

    /// <summary>Which page is shown; it also takes what the button was used for.</summary>
    public PageTurner Turner { get; }

    /// <summary>The pages themselves.</summary>
    public PageBook Pages { get; }

    /// <summary>Call it when the panel was started anew: everything is sent to it again.</summary>
    public void OnPanelStarted()
    {
        _buffer.ForgetPanel();
        _mustSetPanel = true;
        // Its memory is noise. The turner chooses what is to be seen: what was may be gone.
        Turner.MustDraw();
    }

    /// <summary>Polls the monitor, and does what is due on the panel.</summary>
    /// <param name="nowMs">As in <see cref="Monitor.Poll"/>.</param>
    /// <returns>When to call again at the latest, ms.</returns>
    public long Poll(long nowMs)
    {
        long dueMs = Monitor.Poll(nowMs);
        if (Pages.Step(_canvas.Line))
        {
            Turner.MustDraw();
        }

        if (Turner.Update(nowMs))
        {
            Show(nowMs);
        }

        return dueMs < Turner.DueMs ? dueMs : Turner.DueMs;
    }

    /// <summary>Shows what the button will do; <see cref="ButtonEvent.None"/>: it is not held for long any more.</summary>
    public void Hold(ButtonEvent held, long nowMs)
    {
        if (held != Pages.Held)
        {
            Pages.Held = held;
            Turner.Hold(held != ButtonEvent.None, nowMs);
        }
    }

    /// <summary>Copies part of the picture as it was last drawn, in the panel's layout; dark if the panel is.</summary>
    /// <param name="from">First byte of the picture, 0..1023.</param>
    /// <param name="count">How many.</param>
    /// <param name="buffer">Where to.</param>
    /// <param name="offset">From where on.</param>
    public void CopyPicture(int from, int count, byte[] buffer, int offset)
    {
        if (Turner.IsBlank)
        {
            Array.Clear(buffer, offset, count);
        }
        else
        {
            Array.Copy(_buffer.Picture, from, buffer, offset, count);
        }
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
