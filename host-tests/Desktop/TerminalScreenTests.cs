using System.Text.RegularExpressions;
using ValenceNano.Desktop;
using ValenceNano.HostTests.Display;

namespace ValenceNano.HostTests.Desktop;

public sealed partial class TerminalScreenTests
{
    private static readonly byte[] Lit = [.. Enumerable.Repeat((byte)0xFF, BlockPicture.Width * BlockPicture.Height / 8)];

    [Theory]
    [InlineData(130, 34, '█')]
    [InlineData(300, 100, '█')]
    [InlineData(130, 33, '⣿')]
    [InlineData(129, 60, '⣿')]
    [InlineData(80, 24, '⣿')]
    [InlineData(66, 19, '⣿')]
    public void Panel_is_drawn_as_large_as_the_window_allows(int columns, int rows, char expected) =>
        Assert.Contains(Show(columns, rows), line => line.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData(65, 40)]
    [InlineData(66, 18)]
    [InlineData(40, 10)]
    public void Window_that_is_too_small_is_told_what_is_needed(int columns, int rows)
    {
        string text = string.Join(' ', Show(columns, rows));

        Assert.Contains($"too small: {columns} x {rows}. The panel needs 66 x 19", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_stands_outside_the_window_whatever_its_size()
    {
        for (int columns = 1; columns < 140; columns += 3)
        {
            for (int rows = 1; rows < 40; rows += 3)
            {
                string[] lines = Show(columns, rows);

                Assert.True(lines.Length <= rows, $"{columns} x {rows}: {lines.Length} rows");
                Assert.True(lines.Max(line => line.TrimEnd().Length) <= columns, $"{columns} x {rows}");
            }
        }
    }

    [Fact]
    public void Keys_are_broken_between_words()
    {
        foreach (int width in Enumerable.Range(8, 130))
        {
            string[] words = Keys.OfSimulation.SelectMany(key => key.Split(' ')).ToArray();

            Assert.Equal(words, WordWrap.Lines(Keys.OfSimulation, "  ", width).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        }
    }

    [Fact]
    public void Terminal_is_left_as_it_was()
    {
        using var terminal = new StringWriter();
        new TerminalScreen(terminal, () => (80, 24), null).Dispose();

        Assert.StartsWith("\e[?1049h", terminal.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\e[?25h\e[?1049l", terminal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void README_names_every_key()
    {
        string readme = File.ReadAllText(Path.Combine(Sources.Root(), "README.md"));

        Assert.All(Keys.OfSimulation, key => Assert.Contains($"`{key.Split(' ')[0]}`", readme, StringComparison.Ordinal));
    }

    private static string[] Show(int columns, int rows)
    {
        using var terminal = new StringWriter();
        using var screen = new TerminalScreen(terminal, () => (columns, rows), null);
        screen.Show(Lit, "SIM  a title that is much longer than any of the narrow windows", Keys.OfSimulation);
        return EscapeCode().Replace(terminal.ToString(), "").Split("\r\n");
    }

    [GeneratedRegex(@"\e\[[0-9;?]*[A-Za-z]")]
    private static partial Regex EscapeCode();
}
