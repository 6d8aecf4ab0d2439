using ValenceNano.Bench;
using ValenceNano.Desktop;
using ValenceNano.Model;
using ValenceNano.HostTests.Simulation;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Model.Capture;

/// <summary>What passes a traced port is written down, and passes unchanged.</summary>
public sealed class TracePortTests
{
    private readonly DeviceBench _bench = new();
    private readonly WirePort _inner;
    private readonly TracePort _port;
    private readonly List<string> _lines = [];
    private readonly byte[] _buffer = new byte[256];

    public TracePortTests()
    {
        _inner = _bench.Wire.OpenPort();
        _port = new ListTrace(_inner, _lines);
    }

    [Fact]
    public void Bytes_sent_make_a_line_at_once()
    {
        _port.NowMs = 1234567;
        _port.Write([0x00, 0xFF, 0x43, 0x06, 0x06, 0x42, 0x46, 0x00], 1, 6);
        _bench.Clock.NowUs = 1000;

        Assert.Equal(["1234567 -> FF4306064246"], _lines);
        Assert.Equal([0xFF, 0x43, 0x06, 0x06, 0x42, 0x46], _bench.PeerHeard());
    }

    [Fact]
    public void Bytes_received_make_a_line_when_no_more_come_with_the_time_of_the_first()
    {
        _bench.PeerSends(0x02, 0x03, 0x0A);
        _bench.Clock.NowUs = 200;
        _port.NowMs = 0;
        Assert.Equal(2, _port.Read(_buffer, 5, 10));
        _bench.Clock.NowUs = 1000;
        _port.NowMs = 1;
        Assert.Equal(1, _port.Read(_buffer, 7, 10));
        Assert.Empty(_lines);
        _port.NowMs = 2;
        Assert.Equal(0, _port.Read(_buffer, 0, 10));
        Assert.Equal(0, _port.Read(_buffer, 0, 10));

        Assert.Equal(["0 <- 02030A"], _lines);
        Assert.Equal([0x02, 0x03, 0x0A], _buffer[5..8]);
    }

    [Fact]
    public void Burst_goes_on_over_a_gap_that_is_shorter_than_said()
    {
        var port = new ListTrace(_inner, _lines, gapMs: 5);
        foreach (int ms in new[] { 10, 14, 19 })
        {
            _bench.PeerSends((byte)ms);
            _bench.Clock.NowUs = ms * 1000;
            port.NowMs = ms;
            Assert.Equal(1, port.Read(_buffer, 0, 10));
            Assert.Equal(0, port.Read(_buffer, 0, 10));
        }

        port.NowMs = 23;
        Assert.Equal(0, port.Read(_buffer, 0, 10));
        Assert.Equal(["10 <- 0A0E"], _lines);
        port.NowMs = 24;
        Assert.Equal(0, port.Read(_buffer, 0, 10));
        Assert.Equal(["10 <- 0A0E", "19 <- 13"], _lines);
    }

    [Fact]
    public void Line_of_received_bytes_ends_where_bytes_are_sent()
    {
        _bench.PeerSends(0xAB);
        _bench.Clock.NowUs = 1000;
        _port.NowMs = 1;
        _port.Read(_buffer, 0, 10);
        _port.NowMs = 2;
        _port.Write([0x01], 0, 1);

        Assert.Equal(["1 <- AB", "2 -> 01"], _lines);
    }

    [Fact]
    public void Burst_longer_than_a_line_goes_on_in_the_next()
    {
        _port.NowMs = long.MaxValue;
        _port.Write(DeviceBench.Bytes(130), 0, 130);
        _bench.Clock.NowUs = 20000;
        _bench.PeerSends(DeviceBench.Bytes(65));
        _bench.Clock.NowUs = 40000;
        Assert.Equal(65, _port.Read(_buffer, 0, 256));
        Assert.Equal(0, _port.Read(_buffer, 0, 256));

        Assert.Equal([64, 64, 2, 64, 1], _lines.Select(line => (line.Length - 23) / 2));
        Assert.Equal(Convert.ToHexString(DeviceBench.Bytes(65)), _lines[3][23..] + _lines[4][23..]);
    }

    [Fact]
    public void Day_of_tracing_allocates_nothing_but_in_the_sink()
    {
        var port = new DeafTrace(new EndlessPort());
        Pass(port);

        Assert.Equal(0, Allocation.By(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                Pass(port);
            }
        }));
    }

    private void Pass(TracePort port)
    {
        port.NowMs += 3000;
        port.Write(_buffer, 0, 8);
        port.Read(_buffer, 0, 59);
    }

    private sealed class EndlessPort : IBusPort
    {
        public void Write(byte[] buffer, int offset, int count)
        {
        }

        public int Read(byte[] buffer, int offset, int count) => count;
    }

    private sealed class ListTrace(IBusPort inner, List<string> lines, int gapMs = 0) : TracePort(inner, gapMs)
    {
        protected override void WriteLine(TextLine line) => lines.Add(LineText.Of(line));
    }

    private sealed class DeafTrace(IBusPort inner) : TracePort(inner, gapMs: 0)
    {
        protected override void WriteLine(TextLine line)
        {
        }
    }
}
