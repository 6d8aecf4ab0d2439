using ValenceNano.Desktop;
using ValenceNano.Display;

namespace ValenceNano.Bench;

/// <summary>Holds what the panel has against the page drawn again from scratch.</summary>
internal sealed class PictureWitness(SoakHead head, SoakResult result)
{
    // To draw every picture twice would take as long as the rest.
    private const int Every = 20;

    private readonly PageBuffer _buffer = new();
    private readonly MemoryPanel _expected = new();
    private PanelDisplay? _display;
    private PageBook? _pages;
    private long _changes;
    private int _pictures;

    /// <summary>Looks at the panel if it has just been given another picture.</summary>
    public void Check(PanelDisplay display)
    {
        if (head.PanelChanges == _changes)
        {
            return;
        }

        _changes = head.PanelChanges;
        if (++_pictures % Every != 0 || display.Turner.IsBlank)
        {
            return;
        }

        if (_display != display)
        {
            _display = display;
            _pages = new PageBook(display.Monitor);
        }

        PageTurner turner = display.Turner;
        var canvas = new Canvas(_buffer) { Origin = turner.Origin };
        _pages!.Draw(canvas, turner.Page, turner.BatteryIndex, turner.Beat, head.CalledMs);
        _buffer.ForgetPanel();
        _buffer.Flush(_expected);
        _expected.Configure(isLit: true, PanelDisplay.BrightContrast, turner.StartLine);
        result.PictureChecks++;
        result.WrongPictures += head.Seen().AsSpan().SequenceEqual(_expected.Seen()) ? 0 : 1;
    }
}
