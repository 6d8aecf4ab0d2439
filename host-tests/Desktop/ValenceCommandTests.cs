using ValenceNano.Desktop;

namespace ValenceNano.HostTests.Desktop;

public sealed class ValenceCommandTests
{
    [Theory]
    [InlineData("--help", "decode")]
    [InlineData("decode --help", "--follow")]
    [InlineData("decode --json -h", "--follow")]
    public void Help_is_data_and_no_error(string args, string expected)
    {
        Run run = Run.Valence(args.Split(' '));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Output, line => line.Contains(expected, StringComparison.Ordinal));
        Assert.Empty(run.Error);
    }

    [Fact]
    public void Version_is_one_line()
    {
        Run run = Run.Valence("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Single(run.Output);
    }

    [Theory]
    [InlineData("nonsense", "'nonsense'")]
    [InlineData("decode", "'FILE'")]
    [InlineData("decode one two", "'two'")]
    [InlineData("decode --jsn", "'--jsn'")]
    [InlineData("decode --jsn -", "'--jsn'")]
    [InlineData("decode - --json=perhaps", "'perhaps'")]
    public void Usage_error_is_one_line_that_names_it(string args, string expected)
    {
        Run run = Run.Valence(args.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.Error), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Start_is_told_where_somebody_waits_for_it(bool isErrorSeen, int lines)
    {
        Run run = Run.Of(
            (args, io, cancellation) => ValenceCommand.RunAsync(args, io with { IsErrorSeen = isErrorSeen }, cancellation), [], "sim", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(lines, run.Error.Length);
    }

    [Theory]
    [InlineData("5", "no battery was read in 5 s: the first 4 to 6 s it listens; try --seconds 12")]
    [InlineData("20 --faults drop:100", "no battery was read in 20 s")]
    public void Simulation_that_reads_no_battery_says_why(string seconds, string expected)
    {
        Run run = Run.Valence(["sim", "--json", "--seconds", .. seconds.Split(' ')]);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(expected, Assert.Single(run.Error));
    }

    [Fact]
    public void Simulation_reads_its_batteries_in_the_time_that_is_advised() =>
        Assert.Equal(0, Run.Valence("sim", "--json", "--batteries", "16", "--seconds", "12").ExitCode);
}
