using ValenceNano.Desktop;
using ValenceNano.HostTests.Simulation;

namespace ValenceNano.HostTests.Desktop;

public sealed class RecordingPortTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();
    private readonly DeviceBench _bench = new();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_recording_is_a_capture_of_what_was_sent_and_heard()
    {
        byte[] buffer = new byte[64];
        using (var port = new RecordingPort(_bench.Wire.OpenPort(), _path, () => _bench.Clock.NowMs, _ => { }))
        {
            port.Write([0xFF, 0x43, 0x06, 0x06, 0x42, 0x46], 0, 6);
            _bench.Clock.NowUs = 10_000;
            _bench.PeerSends(0x01, 0x02);
            _bench.Clock.NowUs = 20_000;
            port.Read(buffer, 0, buffer.Length);
        }

        Assert.Equal(["0 -> FF4306064246", "20 <- 0102"], File.ReadAllLines(_path));
    }
}
