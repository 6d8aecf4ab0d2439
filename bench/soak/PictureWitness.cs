using ValenceNano.Model;
using ValenceNano.Desktop;
using ValenceNano.Display;

namespace ValenceNano.Bench;

/// <summary>Holds what the panel has against the page drawn again from scratch.</summary>
internal sealed class PictureWitness(PanelDisplay display, MemoryPanel panel, SoakResult result)
{
    // To draw every picture twice would take as long as the rest.
    private const int Every = 20;

    private readonly PageBuffer _buffer = new();
    private readonly PageBook _pages = new(display.Monitor);
    private readonly MemoryPanel _expected = new();
    private int _changes;
    private int _pictures;

    /// <summary>Looks at the panel if it has just been given another picture.</summary>
    public void Check(long productMs)
    {
        if (panel.Changes == _changes)
        {
            return;
        }

        _changes = panel.Changes;
        if (++_pictures % Every != 0 || display.Turner.IsBlank)
        {
            return;
        }

        PageTurner turner = display.Turner;
        var canvas = new Canvas(_buffer) { Origin = turner.Origin };
        _pages.Draw(canvas, turner.Page, turner.BatteryIndex, turner.Beat, productMs);
        _buffer.ForgetPanel();
        _buffer.Flush(_expected);
        _expected.Configure(isLit: true, PanelDisplay.BrightContrast, turner.StartLine);
        result.PictureChecks++;
        result.WrongPictures += panel.Seen().AsSpan().SequenceEqual(_expected.Seen()) ? 0 : 1;
    }
}
