namespace ValenceNano.Desktop;

/// <summary>
/// Draws a panel in a terminal, over and over in the same place: in half blocks, or in braille where the window is too small for
/// them, or says how large a window it wants. The terminal is as it was before once this is disposed of.
/// </summary>
public sealed class TerminalScreen : IDisposable
{
    // A column of frame on both sides.
    private const int Frame = 2;
    private const int TitleRows = 1;
    private const int HalfBlockColumns = BlockPicture.Width + Frame;
    private const int HalfBlockRows = BlockPicture.Height / 2;
    private const int BrailleColumns = (BlockPicture.Width / 2) + Frame;
    private const int BrailleRows = BlockPicture.Height / 4;

    private const string Enter = "\e[?1049h\e[?25l";
    private const string Leave = "\e[0m\e[?25h\e[?1049l";
    private const string Home = "\e[H";
    private const string ClearScreen = "\e[2J";
    private const string ClearToEnd = "\e[K";
    private const string NewLine = ClearToEnd + "\r\n";
    private const string Plain = "\e[0m";
    private const string Faint = "\e[2m";

    private readonly TextWriter _terminal;
    private readonly Func<(int Columns, int Rows)> _size;
    private readonly string _colour;
    private string _shown = "";
    private (int Columns, int Rows) _shownSize;

    /// <summary>Takes the terminal over.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="size">Of its window, which may change.</param>
    /// <param name="look">One of <see cref="Looks"/>; null is the first.</param>
    public TerminalScreen(TextWriter terminal, Func<(int Columns, int Rows)> size, string? look)
    {
        _terminal = terminal;
        _size = size;
        _colour = look == "blue" ? "\e[38;2;190;225;255m\e[48;2;6;8;14m" : "\e[38;2;255;176;46m\e[48;2;12;9;4m";
        _terminal.Write(Enter);
    }

    /// <summary>The looks there are; the first is the default.</summary>
    public static string[] Looks { get; } = ["amber", "blue"];

    /// <summary>Shows a panel between a title and the keys, if anything of it has changed.</summary>
    public void Show(ReadOnlySpan<byte> panel, string title, IReadOnlyList<string> keys)
    {
        (int columns, int rows) = _size();
        string frame = string.Join(NewLine, Lines(panel, title, keys, columns, rows));
        if (frame == _shown && _shownSize == (columns, rows))
        {
            return;
        }

        _terminal.Write((_shownSize == (columns, rows) ? "" : ClearScreen) + Home + frame + ClearToEnd);
        _terminal.Flush();
        _shown = frame;
        _shownSize = (columns, rows);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _terminal.Write(Leave);
        _terminal.Flush();
    }

    private IEnumerable<string> Lines(ReadOnlySpan<byte> panel, string title, IReadOnlyList<string> keys, int columns, int rows)
    {
        IReadOnlyList<string> help = Help(keys, columns);
        int free = rows - TitleRows - help.Count;
        string[]? picture = columns >= HalfBlockColumns && free >= HalfBlockRows ? BlockPicture.HalfBlockLines(panel)
            : columns >= BrailleColumns && free >= BrailleRows ? BlockPicture.BrailleLines(panel)
            : null;
        if (picture == null)
        {
            return TooSmall(keys, columns, rows);
        }

        string head = title[..Math.Min(title.Length, columns - 1)];
        return [$"{Plain} {head}", .. picture.Select(line => $"{_colour} {line} {Plain}"), .. help.Select(line => $"{Faint} {line}{Plain}")];
    }

    private static IEnumerable<string> TooSmall(IReadOnlyList<string> keys, int columns, int rows)
    {
        int neededRows = TitleRows + BrailleRows + Help(keys, Math.Max(columns, BrailleColumns)).Count;
        string text = $"The window is too small: {columns} x {rows}. The panel needs {BrailleColumns} x {neededRows}. {Keys.Quit} quits.";
        return WordWrap.Lines(text.Split(' '), " ", columns).Take(rows);
    }

    private static IReadOnlyList<string> Help(IReadOnlyList<string> keys, int columns) =>
        WordWrap.Lines(keys, "  ", Math.Max(1, columns - Frame));
}
