using System.Text;
using ValenceNano.Desktop;

namespace ValenceNano.HostTests.Desktop;

public sealed class CaptureSourceTests : IDisposable
{
    private readonly MemoryStream _file = new();
    private readonly MemoryStream _output = new();
    private readonly StringWriter _error = new();
    private readonly CancellationTokenSource _ctrlC = new();

    public void Dispose()
    {
        _file.Dispose();
        _output.Dispose();
        _error.Dispose();
        _ctrlC.Dispose();
    }

    [Fact]
    public async Task Followed_file_is_decoded_as_it_grows()
    {
        int exitCode = await FollowAsync(
            () => Append("1 FF43060642"),
            () => Says(""),
            () => Append("46\n2 FF5006003381\n"),
            () => Says("1 round,2 slot_poll"),
            () => Append("3 FF500601F241"));

        Assert.Equal(0, exitCode);
        Says("1 round,2 slot_poll,3 slot_poll");
    }

    [Fact]
    public async Task Message_of_a_followed_file_may_come_in_two_lines()
    {
        await FollowAsync(() => Append("1 FF4306\n"), () => Says(""), () => Append("50 064246\n"), () => Says("1 round"));
    }

    [Fact]
    public async Task Followed_file_that_is_cut_is_read_from_its_start()
    {
        await FollowAsync(
            () => Append("100 FF4306064246\n101 FF5006003381\n102 FF43\n103 FF"),
            () => Says("100 round,101 slot_poll"),
            () => Rewrite("060642\n"),
            () => Append("x\n"),
            () => Append("9 FF4306064246\n"),
            () => Says("100 round,101 slot_poll,102 junk,- junk,9 round"));

        Assert.Contains("capture: shorter than before", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("capture:2:1: skipped", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Followed_file_that_is_cut_within_a_line_that_is_too_long_begins_with_a_whole_line()
    {
        await FollowAsync(
            () => Append(new string('a', (2 * LineBuffer.MaxLineLength) + 1)),
            () => Rewrite("9 FF4306064246\n"),
            () => Says("9 round"));
    }

    [Fact]
    public async Task Cancelling_a_followed_file_without_a_message_is_done()
    {
        Assert.Equal(0, await FollowAsync(() => Append("x\n")));
    }

    [Fact]
    public async Task Cancelling_leaves_a_read_that_waits_behind()
    {
        using var source = new CaptureSource("capture", new SilentStream(_ctrlC));

        Assert.Equal(0, await DecodeCommand.RunAsync(source, true, null, Io(), _ctrlC.Token));
        Says("5 round");
    }

    [Fact]
    public async Task Read_that_fails_ends_with_a_line_and_keeps_what_was_decoded()
    {
        using var source = new CaptureSource("capture", new SilentStream(null));

        var failure = await Assert.ThrowsAsync<CommandException>(() => DecodeCommand.RunAsync(source, true, null, Io(), default));

        Assert.Equal("capture: cannot be read: cable out", failure.Message);
        Says("5 round");
    }

    private CommandIo Io() => new(Stream.Null, _output, _error);

    // Each step is taken when all of the file has been read; after the last one Ctrl-C is pressed.
    private async Task<int> FollowAsync(params Action[] steps)
    {
        var left = new Queue<Action>(steps);
        using var source = new CaptureSource("capture", _file, _ =>
        {
            if (left.TryDequeue(out Action? step))
            {
                step();
            }
            else
            {
                _ctrlC.Cancel();
            }

            return Task.CompletedTask;
        });
        int exitCode = await DecodeCommand.RunAsync(source, true, null, Io(), _ctrlC.Token);
        Assert.Empty(left);
        return exitCode;
    }

    private void Append(string text)
    {
        long position = _file.Position;
        _file.Position = _file.Length;
        _file.Write(Encoding.ASCII.GetBytes(text));
        _file.Position = position;
    }

    private void Rewrite(string text)
    {
        long position = _file.Position;
        _file.SetLength(0);
        _file.Write(Encoding.ASCII.GetBytes(text));
        _file.Position = position;
    }

    private void Says(string expected)
    {
        IEnumerable<string> said = Encoding.UTF8.GetString(_output.ToArray())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement)
            .Select(m => $"{(m.TryGetProperty("t_ms", out var ms) ? ms.ToString() : "-")} {m.GetProperty("kind")}");
        Assert.Equal(expected, string.Join(',', said));
    }
}
