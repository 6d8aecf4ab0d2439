using ValenceNano.Bench;

namespace ValenceNano.HostTests.Fuzz;

/// <summary>
/// A fixed number of cases of each fuzzer; <c>dotnet run -c Release --project bench -- fuzz</c> runs the same ones and goes on.
/// What is reached is held too: bytes that are all thrown away at the door test nothing.
/// </summary>
public sealed class FuzzTests
{
    private const int Seed = 1;

    [Fact]
    public void Splitter_finds_what_is_there_in_any_bytes_in_any_portions()
    {
        Tally reached = Run(new SplitterFuzzer(), cases: 1000);

        Assert.InRange(reached["Data"], 300, int.MaxValue);
        Assert.InRange(reached["Junk"], 3000, int.MaxValue);
    }

    [Fact]
    public void Decoder_gives_values_in_range_for_any_reply()
    {
        Tally reached = Run(new DecoderFuzzer(), cases: 500);

        Assert.InRange(reached["consistent"], 1000, int.MaxValue);
        Assert.InRange(reached["inconsistent"], 500, int.MaxValue);
    }

    [Fact]
    public void Monitor_stays_itself_on_any_bus()
    {
        const int Cases = 60;
        Tally reached = Run(new MonitorFuzzer(), Cases);

        Assert.InRange(reached["replies"], 300, int.MaxValue);
        Assert.InRange(reached["assigned"], 500, int.MaxValue);
        Assert.InRange(reached["full lists"], 1, int.MaxValue);
        Assert.InRange(reached["as Listener"], 5, Cases - 5);
        Assert.InRange(reached["as Master"], 5, Cases - 5);
    }

    [Fact]
    public void Capture_of_any_bytes_is_read_to_its_end_and_good_lines_are_found()
    {
        Tally reached = Run(new CaptureFuzzer(), cases: 150);

        Assert.InRange(reached["lines with bytes"], 500, int.MaxValue);
        Assert.InRange(reached["messages"], 300, int.MaxValue);
    }

    [Fact]
    public void Pages_server_answers_a_good_request_after_any_others()
    {
        Tally reached = Run(new HttpFuzzer(), cases: 300);

        foreach (string status in new[] { "200", "204", "400", "403", "404", "503", "none" })
        {
            Assert.InRange(reached[status], 1, int.MaxValue);
        }
    }

    [Fact]
    public void Json_reader_takes_what_the_platforms_own_takes()
    {
        Tally reached = Run(new JsonFuzzer(), cases: 5000);

        Assert.InRange(reached["members"], 200, int.MaxValue);
        Assert.InRange(reached["broken"], 500, int.MaxValue);
    }

    [Fact]
    public void Log_of_any_shape_is_read_to_its_end_whatever_was_done_to_it()
    {
        Tally reached = Run(new ShapeFuzzer(), cases: 150);

        Assert.InRange(reached["messages"], 1000, int.MaxValue);
        Assert.InRange(reached["other shapes"], 75, 150);
    }

    private static Tally Run(IFuzzer fuzzer, int cases)
    {
        new FuzzRun(fuzzer, Seed).Run(cases);
        return fuzzer.Reached;
    }
}
