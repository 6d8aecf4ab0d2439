using System.CommandLine;
using ValenceNano.Bench;
using ValenceNano.Desktop;

namespace ValenceNano.HostTests.Desktop;

/// <summary>Calls that are wrong: each is one line that says so, exit code 2, and nothing is harmed.</summary>
public sealed class WrongCallTests : IDisposable
{
    private const string Content = "12 FF4306064246\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("valence-wrong-");

    public WrongCallTests()
    {
        File.WriteAllText(At("capture"), Content);
        Directory.CreateDirectory(At("folder"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>What is typed, and what the line says. FILE is a capture that is there, DIR a folder, NONE neither.</summary>
    public static TheoryData<string, string> Calls { get; } = new()
    {
        { "nonsense", "'nonsense'" },
        { "<empty>", "''" },
        { "--nonsense", "'--nonsense'" },
        { "--seconds 3", "'--seconds'" },
        { "[suggest]", "'[suggest]'" },
        { "SIM", "'SIM'" },
        { "sim --seconds abc", "--seconds takes a whole number, 1..100000000, not \"abc\"" },
        { "sim --seconds 1e9", "not \"1e9\"" },
        { "sim --seconds 2.5", "not \"2.5\"" },
        { "sim --seconds 99999999999", "not \"99999999999\"" },
        { "sim --seconds <empty>", "not \"\"" },
        { "sim --seconds -1", "not \"-1\"" },
        { "sim --seconds 0", "not \"0\"" },
        { "sim --seconds", "'--seconds'" },
        { "sim --seconds 1 --seconds 2", "'--seconds'" },
        { "sim --mqtt <empty>", "--mqtt: mqtt[s]://" },
        { "sim --mqtt mqtts://host", "no TLS" },
        { "sim --mqtt mqtt://host --port NONE", "--mqtt" },
        { "monitor NONE --mqtt mqtt://host/a#b", "--mqtt" },
        { "sim --batteries abc", "--batteries takes a whole number, 1..16, not \"abc\"" },
        { "sim --batteries 1e9", "not \"1e9\"" },
        { "sim --batteries 2.5", "not \"2.5\"" },
        { "sim --batteries 99999999999", "not \"99999999999\"" },
        { "sim --batteries <empty>", "not \"\"" },
        { "sim --batteries -1", "not \"-1\"" },
        { "sim --batteries 0", "not \"0\"" },
        { "sim --batteries 17", "not \"17\"" },
        { "sim --batteries", "'--batteries'" },
        { "sim --seed abc", "--seed takes a whole number" },
        { "sim --seed 2.5", "not \"2.5\"" },
        { "sim --seed 99999999999", "not \"99999999999\"" },
        { "sim --seed <empty>", "not \"\"" },
        { "sim --faults rain", "'rain'" },
        { "sim --faults drop:abc", "'drop:abc'" },
        { "sim --faults drop:101", "'drop:101'" },
        { "sim --faults drop:-1", "'drop:-1'" },
        { "sim --faults drop,", "''" },
        { "sim --faults <empty>", "''" },
        { "sim --faults", "'--faults'" },
        { "sim --web <empty>", "not \"\"" },
        { "sim --web nowhere", "--web takes a port, 1..65535, or an IP address and a port, as 8080 or 0.0.0.0:8080, not \"nowhere\"" },
        { "sim --web 70000", "not \"70000\"" },
        { "sim --unlock", "--unlock has no effect without --web" },
        { "sim --port NONE --web 8080", "--web has no effect with --port" },
        { "sim --name <empty>", "--name \"\" is empty" },
        { "sim --name a-name-that-is-longer-than-24-bytes", "a text, at most 24 bytes" },
        { "sim --port NONE --name Bow", "--name has no effect with --port" },
        { "sim --json=perhaps", "'perhaps'" },
        { "sim --nonsense", "'--nonsense'" },
        { "sim surplus", "'surplus'" },
        { "sim --trace", "--trace has no effect without --port" },
        { "sim --trace --json", "--trace has no effect without --port" },
        { "sim --port NONE --json", "--json has no effect with --port and without --trace" },
        { "sim --port NONE --look amber", "--look has no effect with --port" },
        { "sim --json --look amber", "--look has no effect with --json" },
        { "sim --look amber", "no terminal" },
        { "sim --look red", "--look" },
        { "sim --port <empty>", "--port \"\" is empty" },
        { "sim --port NONE", "there is no such port" },
        { "sim --port FILE", "no serial port" },
        { "sim --port DIR", "a folder" },
        { "monitor", "'PORT'" },
        { "monitor <empty>", "PORT \"\" is empty" },
        { "monitor NONE", "there is no such port" },
        { "monitor FILE", "no serial port" },
        { "monitor DIR", "a folder" },
        { "monitor NONE surplus", "'surplus'" },
        { "monitor --nonsense", "--nonsense" },
        { "monitor NONE --nonsense", "'--nonsense'" },
        { "monitor NONE --seconds abc", "not \"abc\"" },
        { "monitor NONE --seconds 1e9", "not \"1e9\"" },
        { "monitor NONE --trace", "--trace has no effect without --json" },
        { "monitor NONE --append", "--append has no effect without --record" },
        { "monitor NONE --record", "'--record'" },
        { "monitor NONE --record <empty>", "--record \"\" is empty" },
        { "monitor NONE --record FILE", "is there already" },
        { "monitor NONE --record DIR", "is a folder" },
        { "monitor NONE --record NONE/capture", "in a folder that is not there" },
        { "monitor NONE --record FILE --append", "there is no such port" },
        { "monitor NONE --record NONE", "there is no such port" },
        { "monitor tcp://host", "tcp://HOST:PORT is wanted" },
        { "monitor tcp://127.0.0.1:0", "tcp://HOST:PORT is wanted" },
        { "monitor tcp://127.0.0.1:1", "tcp://127.0.0.1:1: the connection is refused" },
        { "monitor http://127.0.0.1:1", "tcp://HOST:PORT is wanted" },
        { "monitor NONE --reply-timeout 49", "--reply-timeout takes a whole number, 50..1000, not \"49\"" },
        { "monitor NONE --reply-timeout abc", "not \"abc\"" },
        { "probe tcp://host --registers 1-2 --yes", "tcp://HOST:PORT is wanted" },
        { "sim --port tcp://host", "tcp://HOST:PORT is wanted" },
        { "listen", "'PORT'" },
        { "listen NONE", "there is no such port" },
        { "listen NONE --trace", "'--trace'" },
        { "listen NONE --force", "'--force'" },
        { "listen NONE --record FILE", "is there already" },
        { "decode", "'FILE'" },
        { "decode <empty>", "FILE \"\" is empty" },
        { "decode NONE", "no such file" },
        { "decode DIR", "is a directory" },
        { "decode FILE FILE", "capture'" },
        { "decode --jsn FILE", "--jsn" },
        { "decode FILE --json abc", "'abc'" },
        { "decode - --follow", "--follow has no effect on standard input" },
        { "decode FILE --shape round", "--shape \"round\" is no shape" },
        { "decode FILE --shape <empty>", "--shape \"\" is empty" },
        { "study", "'FILE'" },
        { "study <empty>", "empty" },
        { "study NONE", "no such file" },
        { "study FILE NONE", "no such file" },
        { "study DIR", "is a directory" },
        { "study FILE --nonsense", "--nonsense" },
        { "settings NONE", "no such file" },
        { "settings DIR", "folder" },
        { "settings FILE", "capture" },
        { "settings <empty>", "FILE \"\" is empty" },
        { "settings FILE --document", "--document takes no FILE" },
        { "settings FILE FILE", "capture'" },
        { "sim --settings NONE", "no such file" },
        { "sim --settings FILE", "capture" },
        { "sim --settings <empty>", "--settings \"\" is empty" },
        { "sim --wiring star", "--wiring \"star\"" },
        { "sim --capacity abc", "--capacity \"abc\"" },
        { "sim --capacity 1e9", "--capacity \"1e9\"" },
        { "sim --capacity 99999999999", "--capacity" },
        { "sim --capacity -1", "--capacity" },
        { "sim --port NONE --capacity 40", "--capacity has no effect with --port" },
        { "sim --port NONE --store DIR", "--store has no effect with --port" },
        { "sim --store FILE", "--store" },
        { "sim --store <empty>", "--store \"\" is empty" },
        { "sim --weak abc", "--weak" },
        { "sim --weak <empty>", "--weak" },
        { "sim --weak 3.1:50", "--weak" },
        { "sim --weak 1.5:50", "--weak" },
        { "monitor NONE --settings NONE", "none" },
        { "monitor NONE --store FILE", "--store" },
        { "probe", "'PORT'" },
        { "probe NONE", "'--registers'" },
        { "probe NONE --registers abc", "--registers \"abc\" is no range" },
        { "probe NONE --registers 9-1", "--registers" },
        { "probe NONE --registers 0-65536", "--registers" },
        { "probe NONE --registers 99999999999", "--registers" },
        { "probe NONE --registers <empty>", "--registers \"\" is empty" },
        { "probe NONE --registers 1 --battery 0", "--battery takes a whole number, 1..16" },
        { "probe NONE --registers 1 --battery abc", "not \"abc\"" },
        { "probe NONE --registers 1 --seconds 2.5", "not \"2.5\"" },
        { "probe NONE --registers 1 --yes", "there is no such port" },
        { "probe NONE --registers 1 --yes --record FILE", "is there already" },
        { "screens", "'DIR'" },
        { "screens <empty>", "DIR \"\" is empty" },
        { "screens FILE", "is a file" },
        { "screens FILE/below", "cannot be written" },
        { "screens --nonsense", "--nonsense" },
        { "screens DIR surplus", "'surplus'" },
    };

    /// <summary>The same of the bench.</summary>
    public static TheoryData<string, string> BenchCalls { get; } = new()
    {
        { "nonsense", "'nonsense'" },
        { "--where nonsense", "\"nonsense\"" },
        { "--where <empty>", "--where \"\" is empty" },
        { "soak --days 1e9", "--days takes a number, 0.001..366, not \"1e9\"" },
        { "soak --days abc", "not \"abc\"" },
        { "soak --days NaN", "not \"NaN\"" },
        { "soak --days -1", "not \"-1\"" },
        { "soak --device 0", "not \"0\"" },
        { "soak --seeds 0", "not \"0\"" },
        { "soak --seeds 2.5", "not \"2.5\"" },
        { "soak --seed <empty>", "not \"\"" },
        { "fuzz --seconds abc", "not \"abc\"" },
        { "fuzz --seconds 1e99", "not \"1e99\"" },
        { "fuzz --seed 99999999999", "not \"99999999999\"" },
        { "fuzz --nonsense", "'--nonsense'" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Wrong_call_is_one_line_and_harms_nothing(string call, string expected) =>
        Hold(Run.Valence(Arguments(call)), expected);

    [Theory]
    [MemberData(nameof(BenchCalls))]
    public void Wrong_call_of_the_bench_is_one_line(string call, string expected) =>
        Hold(Run.Of(BenchCommand.RunAsync, [], Arguments(call)), expected);

    [Fact]
    public void What_was_typed_cannot_break_the_line_that_quotes_it()
    {
        Run run = Run.Valence("sim", "--seed", "1\n2\r\u001b[31m\u0085\u2028\u2029");

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain(Assert.Single(run.Error), c => char.IsControl(c) || c is '\u2028' or '\u2029');
    }

    [Fact]
    public void Fault_of_the_program_is_one_line_too()
    {
        var root = new RootCommand();
        root.SetAction(int (_) => throw new InvalidOperationException("thrown\nby a test"));

        Run run = Run.Of((args, io, cancellation) => CommandLine.RunAsync("test", root, args, io, cancellation), []);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("InvalidOperationException", Assert.Single(run.Error), StringComparison.Ordinal);
    }

    [Fact]
    public void Random_arguments_never_end_in_a_fault_of_the_program()
    {
        string[] words =
        [
            "sim", "monitor", "listen", "decode", "study", "probe", "settings", "screens", "nonsense", "--registers", "--battery", "--yes", "--wiring",
            "--capacity", "--settings", "--store", "--weak", "--shape", "--document", "1-2", "1.1:50", "--seconds", "--batteries", "--seed", "--faults", "--json", "--port",
            "--trace", "--look", "--record", "--append", "--force", "--follow", "-f", "-", "--", "-x", "--=", "=", "", " ", "\n", "\0", "@x", "[x]",
            "abc", "0", "-1", "1e9", "2.5", "99999999999", "drop", "drop:", ":", ",", "amber", "--json=", "--json=x", "--seconds=", "\u2028", "\ud800",
            At("capture"), At("folder"), At("none"), At("none/below"), "/dev/null", new string('x', 10_000),
        ];
        var random = new Random(1);
        for (int i = 0; i < 1500; i++)
        {
            string[] args = [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => words[random.Next(words.Length)])];
            Run run = Run.Valence([], new CancellationToken(canceled: true), args);

            string call = string.Join(' ', args);
            Assert.True(run.ExitCode is 0 or 1 or 2, call);
            Assert.False(run.Error.Any(line => line.Contains("fault of the program", StringComparison.Ordinal)), $"{call}: {run.Error.FirstOrDefault()}");
            if (run.ExitCode == ExitCode.BadInput)
            {
                Assert.Single(run.Error);
                Assert.Empty(run.Output);
            }
        }
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private string[] Arguments(string call) =>
    [
        .. call.Split(' ').Select(word => word
            .Replace("<empty>", "", StringComparison.Ordinal)
            .Replace("FILE", At("capture"), StringComparison.Ordinal)
            .Replace("DIR", At("folder"), StringComparison.Ordinal)
            .Replace("NONE", At("none"), StringComparison.Ordinal)),
    ];

    private void Hold(Run run, string expected)
    {
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.Error), StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal(["capture", "folder"], _folder.GetFileSystemInfos().Select(entry => entry.Name).Order());
        Assert.Equal(Content, File.ReadAllText(At("capture")));
        Assert.Empty(Directory.GetFileSystemEntries(At("folder")));
    }
}
