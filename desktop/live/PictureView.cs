using System.Buffers;
using System.Text;
using ValenceNano.Display;

namespace ValenceNano.Desktop;

/// <summary>A product as text where there is no terminal: a picture of the panel each time the page changes.</summary>
public sealed class PictureView(OutputBuffer output, Func<byte[]> panel, string mark) : IView
{
    private PageKind _page;
    private int _battery;
    private bool _hasShown;

    /// <inheritdoc/>
    public void Show(PanelDisplay display, long nowMs)
    {
        PageTurner turner = display.Turner;
        if (_hasShown && turner.Page == _page && turner.BatteryIndex == _battery)
        {
            return;
        }

        _hasShown = true;
        _page = turner.Page;
        _battery = turner.BatteryIndex;
        var text = new StringBuilder();
        text.Append('+').Append('-', BlockPicture.Width).Append("+\n");
        foreach (string line in BlockPicture.HalfBlockLines(panel()))
        {
            text.Append('|').Append(line).Append("|\n");
        }

        string battery = _battery >= 0 ? $" B{_battery + 1}" : "";
        string title = $"{mark}{_page}{battery}, {nowMs / 1000.0:0.0} s ";
        text.Append("+-").Append(title).Append('-', BlockPicture.Width - 1 - title.Length).Append("+\n");
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
        output.Flush();
    }

    /// <inheritdoc/>
    public void Finish(PanelDisplay display, long nowMs)
    {
    }

    /// <inheritdoc/>
    public char ReadKey() => '\0';

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
