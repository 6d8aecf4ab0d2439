using ValenceNano.Desktop;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Desktop;

public sealed class RecordingTests : IDisposable
{
    private static readonly byte[] Round = Convert.FromHexString("FF4306064246");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("valence-record-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_that_is_there_is_never_overwritten()
    {
        File.WriteAllText(Capture, "10 FF");

        Assert.ThrowsAny<IOException>(() => Record(isAppended: false));
        Assert.Equal("10 FF", File.ReadAllText(Capture));
    }

    [Fact]
    public void A_second_recording_stands_behind_the_first_and_both_are_decoded()
    {
        Record(isAppended: true);
        File.AppendAllText(Capture, "# the power went");
        Record(isAppended: true);

        Run run = Run.Valence("decode", Capture, "--json");

        Assert.Equal(["round", "round"], run.Json.Select(message => message.GetProperty("kind").GetString()));
    }

    private string Capture => Path.Combine(_folder.FullName, "capture");

    private void Record(bool isAppended)
    {
        using var port = new RecordingPort(new VirtualWire(new VirtualClock(), 1).OpenPort(), new Recording(Capture, isAppended), () => 5, _ => { });
        port.Write(Round, 0, Round.Length);
    }
}
