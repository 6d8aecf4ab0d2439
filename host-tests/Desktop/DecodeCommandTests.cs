using ValenceNano.Desktop;

namespace ValenceNano.HostTests.Desktop;

public sealed class DecodeCommandTests : IDisposable
{
    private const string Round = "FF4306064246";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("valence-decode-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void File_is_decoded_to_its_end()
    {
        string path = Save("two messages.txt", $"  10 {Round}\n  11 FF5006003381");

        Run run = Run.Valence("decode", path);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["      10 -> round      discovery begins", "      11 -> slot_poll  slot 0"], run.Rows);
        Assert.Equal($"{path}: 2 messages: 1 round, 1 slot_poll", Assert.Single(run.Error));
    }

    [Theory]
    [InlineData("no such file")]
    [InlineData("no such file", "no such folder", "capture.txt")]
    [InlineData("is a directory, not a capture", ".")]
    public void File_that_cannot_be_read_is_one_line_that_names_it(string expected, params string[] path)
    {
        string file = Path.Combine([_folder.FullName, .. path.DefaultIfEmpty("missing.txt")]);

        Run run = Run.Valence("decode", file);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"valence: {file}: {expected}", Assert.Single(run.Error));
        Assert.Empty(run.Output);
    }

    [Fact]
    public void File_without_a_name_is_one_line()
    {
        Run run = Run.Valence("decode", "");

        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.Error);
    }

    [Fact]
    public void File_called_at_something_is_no_list_of_arguments()
    {
        Run run = Run.Valence("decode", "@capture");

        Assert.Equal("valence: @capture: no such file", Assert.Single(run.Error));
    }

    [Theory]
    [InlineData("", "no bytes")]
    [InlineData("\n\r\n  # only a comment\n", "no bytes")]
    [InlineData("10 FF43060642", "1 junk (5 bytes)")]
    [InlineData("This is no capture", "no bytes; 1 of 1 lines skipped")]
    public void Capture_without_a_whole_message_finds_nothing(string capture, string expected)
    {
        Run run = Run.Decode(capture);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"standard input: no whole message: {expected}", run.Error[^1]);
    }

    [Fact]
    public void Blank_lines_and_comments_are_passed_over_in_silence()
    {
        Run run = Run.Decode($"\n# a comment\n   \t# another\n\r\n1 {Round}#behind the bytes\n");

        Assert.Equal("standard input: 1 message: 1 round", Assert.Single(run.Error));
    }

    [Theory]
    [InlineData("This is prose", "standard input:1:1: skipped: not a hex digit")]
    [InlineData("12 FF430", "standard input:1:4: skipped: odd number of hex digits")]
    [InlineData("12 FF 43 06 0", "standard input:1:13: skipped: odd number of hex digits")]
    [InlineData("12 FF 4x", "standard input:1:8: skipped: not a hex digit")]
    [InlineData("12 0xFF43", "standard input:1:5: skipped: not a hex digit")]
    [InlineData("-12 FF43", "standard input:1:1: skipped: not a hex digit")]
    [InlineData("12 -> # nothing", "standard input:1:6: skipped: no bytes")]
    [InlineData("caf\u00E9", "standard input:1:4: skipped: not a hex digit")]
    [InlineData("12 FF43\0", "standard input:1:8: skipped: not a hex digit")]
    public void Line_that_is_none_of_a_capture_is_told_and_passed_over(string line, string expected)
    {
        Run run = Run.Decode($"{line}\n13 {Round}");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([expected, "standard input: 1 message: 1 round; 1 of 2 lines skipped"], run.Error);
    }

    [Fact]
    public void Only_the_first_lines_that_are_none_of_a_capture_are_told()
    {
        Run run = Run.Decode(string.Concat(Enumerable.Repeat("prose\n", 1000)) + Round);

        Assert.Equal(SkippedLines.MaxTold + 2, run.Error.Length);
        Assert.Equal("standard input: 1 message: 1 round; 1000 of 1001 lines skipped", run.Error[^1]);
    }

    [Fact]
    public void Binary_file_finds_nothing_and_says_so_in_few_lines()
    {
        byte[] noise = new byte[300_000];
        new Random(1).NextBytes(noise);

        Run run = Run.Valence(noise, "decode", "-");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(SkippedLines.MaxTold + 2, run.Error.Length);
    }

    [Fact]
    public void Line_that_is_too_long_is_passed_over_as_a_whole()
    {
        string capture = $"1 {Round}\n{new string('a', 3 * LineBuffer.MaxLineLength)}\n2 {Round}\nx\n";

        Run run = Run.Decode(capture);

        Assert.Equal(2, run.Rows.Length);
        Assert.StartsWith("standard input:2:1048576: skipped: longer than 1 MiB; ", run.Error[0], StringComparison.Ordinal);
        Assert.Equal("standard input:4:1: skipped: not a hex digit", run.Error[1]);
    }

    [Fact]
    public void Line_that_is_just_not_too_long_is_read()
    {
        string padding = new(' ', LineBuffer.MaxLineLength - Round.Length - 1);

        Assert.Equal(0, Run.Decode($"{padding}{Round}\n").ExitCode);
        Assert.Equal(1, Run.Decode($"{padding} {Round}\n").ExitCode);
    }

    [Fact]
    public void Byte_order_mark_and_the_line_ends_of_Windows_are_no_matter()
    {
        Run run = Run.Decode($"\uFEFF1 {Round}\r\n2 {Round}\r\n", "--json");

        Assert.Equal([1, 2], run.Json.Select(message => message.GetProperty("t_ms").GetInt32()));
        Assert.Single(run.Error);
    }

    [Fact]
    public void Byte_order_mark_further_down_is_no_part_of_a_line()
    {
        Run run = Run.Decode($"1 {Round}\n\uFEFF2 {Round}\n");

        Assert.Equal("standard input:2:1: skipped: not a hex digit", run.Error[0]);
    }

    private string Save(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
