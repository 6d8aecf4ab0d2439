using System.Text;

namespace ValenceNano.Desktop;

/// <summary>
/// Draws a panel in a terminal, over and over in the same place: in half blocks, or in braille where the terminal is too
/// narrow for them. The terminal is as it was before once this is disposed of.
/// </summary>
public sealed class TerminalScreen : IDisposable
{
    // The panel, a column of frame and one of air on both sides.
    private const int WideEnough = BlockPicture.Width + 2;

    private const string Enter = "\e[?1049h\e[?25l";
    private const string Leave = "\e[0m\e[?25h\e[?1049l";
    private const string Home = "\e[H";
    private const string ClearScreen = "\e[2J";
    private const string ClearToEnd = "\e[K";
    private const string Plain = "\e[0m";
    private const string Faint = "\e[2m";

    private readonly TextWriter _terminal;
    private readonly string _colour;
    private readonly StringBuilder _frame = new();
    private string _shown = "";
    private int _width;

    /// <summary>Takes the terminal over.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="look"><c>amber</c>, or <c>blue</c> for blue-white.</param>
    public TerminalScreen(TextWriter terminal, string look)
    {
        _terminal = terminal;
        _colour = look == "blue" ? "\e[38;2;190;225;255m\e[48;2;6;8;14m" : "\e[38;2;255;176;46m\e[48;2;12;9;4m";
        _terminal.Write(Enter);
    }

    /// <summary>There is a terminal to draw in, and a keyboard.</summary>
    public static bool IsThere => !Console.IsOutputRedirected && !Console.IsInputRedirected;

    /// <summary>The looks there are; the first is the default.</summary>
    public static string[] Looks { get; } = ["amber", "blue"];

    /// <summary>Shows a panel between a title and a line of help, if anything of it has changed.</summary>
    public void Show(ReadOnlySpan<byte> panel, string title, string help)
    {
        int width = Width();
        string[] lines = width >= WideEnough ? BlockPicture.HalfBlockLines(panel) : BlockPicture.BrailleLines(panel);
        _frame.Clear().Append(Home);
        AddLine($"{Plain} {title}");
        foreach (string line in lines)
        {
            AddLine($"{_colour} {line} {Plain}");
        }

        AddLine($"{Faint} {help}{Plain}");
        string frame = _frame.ToString();
        if (width == _width && frame == _shown)
        {
            return;
        }

        _terminal.Write(width == _width ? frame : ClearScreen + frame);
        _terminal.Flush();
        _shown = frame;
        _width = width;
    }

    /// <summary>The key that was pressed, lower case; the null character if none was.</summary>
    public static char ReadKey() => Console.KeyAvailable ? char.ToLowerInvariant(Console.ReadKey(intercept: true).KeyChar) : '\0';

    /// <inheritdoc/>
    public void Dispose()
    {
        _terminal.Write(Leave);
        _terminal.Flush();
    }

    private static int Width()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private void AddLine(string line) => _frame.Append(line).Append(ClearToEnd).Append("\r\n");
}
