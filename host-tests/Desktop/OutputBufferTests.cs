using ValenceNano.Desktop;

namespace ValenceNano.HostTests.Desktop;

public sealed class OutputBufferTests
{
    [Fact]
    public void Output_comes_out_whole_and_in_order_whatever_its_length()
    {
        string capture = string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i} FF4306064246\n"));

        Run run = Run.Decode(capture, "--json");

        Assert.Equal(Enumerable.Range(0, 5000), run.Json.Select(message => message.GetProperty("t_ms").GetInt32()));
    }

    [Fact]
    public async Task Reader_that_has_gone_ends_the_program_quietly()
    {
        var (exitCode, error) = await DecodeTo(new IOException("Broken pipe", 32));

        Assert.Equal(0, exitCode);
        Assert.Equal("", error);
    }

    [Fact]
    public async Task Output_that_cannot_be_written_is_one_line()
    {
        var (exitCode, error) = await DecodeTo(new IOException("No space left on device", 28));

        Assert.Equal(2, exitCode);
        Assert.Equal("valence: standard output: No space left on device\n", error);
    }

    private static async Task<(int ExitCode, string Error)> DecodeTo(IOException failure)
    {
        using var error = new StringWriter();
        var io = new CommandIo(new MemoryStream("FF4306064246"u8.ToArray()), new FailingStream(failure), error);
        return (await ValenceCommand.RunAsync(["decode", "-"], io), error.ToString());
    }
}
