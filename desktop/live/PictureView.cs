using System.Buffers;
using System.Text;
using ValenceNano.Display;

namespace ValenceNano.Desktop;

/// <summary>A product as text alone, in a log or a terminal without escape codes: a picture of the panel each time the page changes.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="panel">What is to be seen on the panel.</param>
/// <param name="mark">Stands in front of each title.</param>
/// <param name="terminal">Whether there are a window, which may be narrow, and a keyboard.</param>
/// <param name="keys">Told at the start if there is a keyboard.</param>
public sealed class PictureView(OutputBuffer output, Func<byte[]> panel, string mark, TerminalKind terminal, IReadOnlyList<string> keys) : IView
{
    private const int Frame = 2;
    private const int BrailleColumns = (BlockPicture.Width / 2) + Frame;

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

        if (!_hasShown && terminal != TerminalKind.None)
        {
            output.Write(Encoding.UTF8.GetBytes(Wrap(keys, "  ", TerminalWindow.Size().Columns)));
        }

        _hasShown = true;
        _page = turner.Page;
        _battery = turner.BatteryIndex;
        string battery = _battery >= 0 ? $" B{_battery + 1}" : "";
        string text = Picture($"{mark}{_page}{battery}, {nowMs / 1000.0:0.0} s ");
        output.Write(Encoding.UTF8.GetBytes(text));
        output.Flush();
    }

    /// <inheritdoc/>
    public void Finish(PanelDisplay display, long nowMs)
    {
    }

    /// <inheritdoc/>
    public char ReadKey() => terminal == TerminalKind.None ? '\0' : TerminalWindow.ReadKey();

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private string Picture(string title)
    {
        int columns = terminal == TerminalKind.None ? int.MaxValue : TerminalWindow.Size().Columns;
        if (columns < BrailleColumns)
        {
            return Wrap($"{title}- the window is too small: {columns} columns of {BrailleColumns}".Split(' '), " ", columns);
        }

        string[] lines = columns < BlockPicture.Width + Frame ? BlockPicture.BrailleLines(panel()) : BlockPicture.HalfBlockLines(panel());
        int width = lines[0].Length;
        var text = new StringBuilder();
        text.Append('+').Append('-', width).Append("+\n");
        foreach (string line in lines)
        {
            text.Append('|').Append(line).Append("|\n");
        }

        return text.Append("+-").Append(title).Append('-', width - 1 - title.Length).Append("+\n").ToString();
    }

    private static string Wrap(IEnumerable<string> words, string gap, int columns) =>
        string.Concat(WordWrap.Lines(words, gap, columns).Select(line => line + "\n"));
}
