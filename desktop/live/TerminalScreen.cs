namespace ValenceNano.Desktop;

/// <summary>
/// Draws a panel in a terminal, over and over in the same place: in half blocks, or in braille where the window is too small for
/// them, or says how large a window it wants. Notices stand under the keys, as far as there is room. The terminal is as it was before once
/// this is disposed of.
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

    private const string Gap = "  ";

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
    private readonly Notices _notices;
    private string _shown = "";
    private (int Columns, int Rows) _shownSize;

    /// <summary>Takes the terminal over.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="size">Of its window, which may change.</param>
    /// <param name="look">One of <see cref="Looks"/>; null is the first.</param>
    /// <param name="notices">What is said meanwhile.</param>
    public TerminalScreen(TextWriter terminal, Func<(int Columns, int Rows)> size, string? look, Notices notices)
    {
        _terminal = terminal;
        _size = size;
        _notices = notices;
        _colour = look == "blue" ? "\e[38;2;190;225;255m\e[48;2;6;8;14m" : "\e[38;2;255;176;46m\e[48;2;12;9;4m";
        _notices.Hold();
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
        _notices.Release();
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

        IReadOnlyList<string> told = Told(columns - Frame, free - picture.Length);
        string head = told.Count > 0 ? Cut(title, columns - 1) : Head(title, columns - 1);
        return
        [
            $"{Plain} {head}",
            .. picture.Select(line => $"{_colour} {line} {Plain}"),
            .. help.Select(line => $"{Faint} {line}{Plain}"),
            .. told.Select(line => $" {line}"),
        ];
    }

    // What was said last has a line of its own, but where there is one line alone and something that stands.
    private IReadOnlyList<string> Told(int width, int rows)
    {
        string[] said = [.. new[] { Cut(_notices.Said, width) }.Where(line => line != "")];
        IReadOnlyList<string> standing = WordWrap.Lines(_notices.Standing.Select(notice => Cut(notice, width)), Gap, width);
        return [.. standing.Take(Math.Max(1, rows - said.Length)).Concat(said).Take(rows)];
    }

    // Where there is no line for notices: the first of them, for which the title gives way, and as many more as fit.
    private string Head(string title, int width)
    {
        string[] notices = [.. _notices.Standing.Append(_notices.Said).Where(notice => notice != "").Select(notice => Cut(notice, width))];
        int room = notices.Length == 0 ? width : Math.Max(0, width - Gap.Length - notices[0].Length);
        return WordWrap.Lines([Cut(title.TrimEnd(), room), .. notices], Gap, width).FirstOrDefault("");
    }

    private static string Cut(string text, int width) => text[..Math.Min(text.Length, width)];

    private static IEnumerable<string> TooSmall(IReadOnlyList<string> keys, int columns, int rows)
    {
        int neededRows = TitleRows + BrailleRows + Help(keys, Math.Max(columns, BrailleColumns)).Count;
        string text = $"The window is too small: {columns} x {rows}. The panel needs {BrailleColumns} x {neededRows}. {Keys.Quit} quits.";
        return WordWrap.Lines(text.Split(' '), " ", columns).Take(rows);
    }

    private static IReadOnlyList<string> Help(IReadOnlyList<string> keys, int columns) =>
        WordWrap.Lines(keys, Gap, Math.Max(1, columns - Frame));
}
