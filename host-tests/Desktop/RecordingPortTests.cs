using ValenceNano.Desktop;
using ValenceNano.HostTests.Simulation;

namespace ValenceNano.HostTests.Desktop;

public sealed class RecordingPortTests : IDisposable
{
    private static readonly byte[] Round = [0xFF, 0x43, 0x06, 0x06, 0x42, 0x46];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("valence-record-");
    private readonly DeviceBench _bench = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Recording_is_a_capture_of_what_was_sent_and_heard()
    {
        byte[] buffer = new byte[64];
        using (var port = Open(isAppended: false))
        {
            port.Write(Round, 0, Round.Length);
            _bench.Clock.NowUs = 10_000;
            _bench.PeerSends(0x01, 0x02);
            _bench.Clock.NowUs = 20_000;
            port.Read(buffer, 0, buffer.Length);
        }

        Assert.Equal(["0 -> FF4306064246", "20 <- 0102"], File.ReadAllLines(Capture));
    }

    [Fact]
    public void Recording_never_overwrites_a_file()
    {
        File.WriteAllText(Capture, "10 FF");

        Assert.ThrowsAny<IOException>(() => Open(isAppended: false));
        Assert.Equal("10 FF", File.ReadAllText(Capture));
    }

    [Fact]
    public void Second_recording_stands_behind_the_first_and_both_are_decoded()
    {
        RecordRound();
        File.AppendAllText(Capture, "# the power went");
        RecordRound();

        Run run = Run.Valence("decode", Capture, "--json");

        Assert.Equal(["round", "round"], run.Json.Select(message => message.GetProperty("kind").GetString()));
    }

    private string Capture => Path.Combine(_folder.FullName, "capture");

    private RecordingPort Open(bool isAppended) =>
        new(_bench.Wire.OpenPort(), new Recording(Capture, isAppended), () => _bench.Clock.NowMs, _ => { });

    private void RecordRound()
    {
        using RecordingPort port = Open(isAppended: true);
        port.Write(Round, 0, Round.Length);
    }
}
