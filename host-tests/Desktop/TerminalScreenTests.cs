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
                Notices notices = Standing();
                notices.Say(new string('x', 200));
                string[] lines = Show(columns, rows, notices);

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
        new TerminalScreen(terminal, () => (80, 24), null, new Notices(Seen(TextWriter.Null))).Dispose();

        Assert.StartsWith("\e[?1049h", terminal.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\e[?25h\e[?1049l", terminal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void README_names_every_key()
    {
        string readme = File.ReadAllText(Path.Combine(Sources.Root(), "README.md"));

        Assert.All(Keys.OfSimulation, key => Assert.Contains($"`{key.Split(' ')[0]}`", readme, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(100, 34)]
    [InlineData(130, 40)]
    public void Notices_stand_under_the_keys_and_the_last_thing_said_is_the_last_line(int columns, int rows)
    {
        Notices notices = Standing();
        notices.Say("mqtt: broker: no answer; trying again");
        notices.Say("mqtt: broker: publishing");

        string[] lines = Show(columns, rows, notices);

        int keys = Array.FindIndex(lines, line => line.Contains("q quit", StringComparison.Ordinal));
        string told = string.Join('\n', lines[(keys + 1)..]);
        Assert.All(notices.Standing, notice => Assert.Contains(notice, told, StringComparison.Ordinal));
        Assert.Equal(" mqtt: broker: publishing", lines[^1]);
        Assert.DoesNotContain("no answer", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(66, 19, 1)]
    [InlineData(140, 34, 2)]
    public void Title_gives_way_to_the_first_notices_where_there_is_no_line_for_them(int columns, int rows, int count)
    {
        Notices notices = Standing();

        string title = Show(columns, rows, notices)[0];

        Assert.StartsWith(" SIM  a title", title, StringComparison.Ordinal);
        Assert.EndsWith(string.Join("  ", notices.Standing.Take(count)), title, StringComparison.Ordinal);
    }

    [Fact]
    public void Notice_that_is_wider_than_the_window_is_cut()
    {
        var notices = new Notices(Seen(TextWriter.Null));
        notices.Say("/a/folder\n\e[2J: " + new string('x', 200));

        string line = Show(80, 24, notices)[^1];

        Assert.StartsWith(" /a/folder  [2J: xxx", line, StringComparison.Ordinal);
        Assert.Equal(79, line.Length);
    }

    [Fact]
    public void Nothing_is_written_beside_the_panel_and_the_last_lines_follow_it()
    {
        using var error = new StringWriter();
        var notices = new Notices(Seen(error));
        notices.Stand("the page: http://127.0.0.1:8080/");
        var screen = new TerminalScreen(TextWriter.Null, () => (80, 24), null, notices);

        for (int i = 1; i <= 12; i++)
        {
            notices.Say($"line {i}");
        }

        Assert.Equal("the page: http://127.0.0.1:8080/\n", error.ToString());
        screen.Dispose();
        notices.Say("after it");
        string[] lines = error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["the page: http://127.0.0.1:8080/", .. Enumerable.Range(3, 10).Select(i => $"line {i}"), "after it"], lines);
    }

    [Fact]
    public void Standard_error_that_is_no_terminal_is_written_to_at_once()
    {
        using var error = new StringWriter();
        var notices = new Notices(Seen(error) with { IsErrorSeen = false });
        using var screen = new TerminalScreen(TextWriter.Null, () => (80, 24), null, notices);

        notices.Say("mqtt: broker: no answer; trying again");

        Assert.Equal("mqtt: broker: no answer; trying again\n", error.ToString());
    }

    private static CommandIo Seen(TextWriter error) => new(Stream.Null, Stream.Null, error, TerminalKind.Full, IsErrorSeen: true);

    private static Notices Standing()
    {
        var notices = new Notices(Seen(TextWriter.Null));
        notices.Stand("the page: http://127.0.0.1:8080/");
        notices.Stand("Wi-Fi Harbour: password moorings42");
        notices.Stand("Wi-Fi Galley: password kettle-is-on");
        return notices;
    }

    private static string[] Show(int columns, int rows, Notices? notices = null)
    {
        using var terminal = new StringWriter();
        using var screen = new TerminalScreen(terminal, () => (columns, rows), null, notices ?? new Notices(Seen(TextWriter.Null)));
        screen.Show(Lit, "SIM  a title that is much longer than any of the narrow windows", Keys.OfSimulation);
        return EscapeCode().Replace(terminal.ToString(), "").Split("\r\n");
    }

    [GeneratedRegex(@"\e\[[0-9;?]*[A-Za-z]")]
    private static partial Regex EscapeCode();
}
