using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Bus;

/// <summary>When the master may speak, and how much of what has come is taken in a turn.</summary>
public sealed class BusLinkTests : IBusPort
{
    private readonly Queue<byte> _line = new();
    private readonly BusCounters _counters = new();
    private readonly BusLink _link;

    public BusLinkTests() => _link = new BusLink(this, _counters);

    [Fact]
    public void Link_may_send_at_once_on_a_bus_that_was_never_heard() => Assert.True(_link.MaySend(0));

    [Fact]
    public void Link_may_send_1_ms_behind_a_whole_message()
    {
        Hear(100, Frames.Read2);

        Assert.False(_link.MaySend(100));
        Assert.True(_link.MaySend(101));
    }

    [Theory]
    [InlineData("F9")]
    [InlineData("020336")]
    [InlineData(Frames.Read2 + "F9")]
    public void Link_may_send_3_ms_behind_bytes_that_end_in_no_whole_message(string hex)
    {
        Hear(100, hex);

        Assert.False(_link.MaySend(102));
        Assert.True(_link.MaySend(103));
    }

    [Fact]
    public void Link_waits_3_ms_behind_junk_that_has_already_come_out()
    {
        Hear(100, "F9");
        _link.EndBurst();
        Assert.Equal(MessageKind.None, _link.Next(100));
        Assert.Equal(1, _counters.JunkBytes);

        Assert.False(_link.MaySend(102));
        Assert.True(_link.MaySend(103));
        Hear(110, Frames.Read2);
        Assert.True(_link.MaySend(111));
    }

    [Fact]
    public void Link_may_send_after_100_ms_on_a_line_that_is_never_quiet_and_then_waits_anew()
    {
        Assert.Equal(200, FirstMayMs(fromMs: 100));
        _link.Send(RequestWriter.Round(_link.Request), 200);
        Assert.Equal(301, FirstMayMs(fromMs: 201));
        Hear(302, "F9");
        Assert.True(_link.MaySend(305));
        Assert.Equal(410, FirstMayMs(fromMs: 310));

        int FirstMayMs(int fromMs)
        {
            for (int ms = fromMs; ; ms++)
            {
                Hear(ms, "F9");
                if (_link.MaySend(ms))
                {
                    return ms;
                }
            }
        }
    }

    [Fact]
    public void Link_counts_what_is_stray_since_it_sent()
    {
        Hear(100, "F9F9F9" + Frames.Read2);
        Assert.Equal(3, _link.StrayBytes);

        _link.Send(RequestWriter.Round(_link.Request), 101);
        Assert.Equal(0, _link.StrayBytes);
        Hear(105, "020336");
        Assert.Equal(3, _link.StrayBytes);
    }

    [Theory]
    [InlineData(BusRole.Master)]
    [InlineData(BusRole.Starting)]
    [InlineData(BusRole.Listener)]
    public void Turn_takes_256_bytes_at_most_and_the_next_one_follows_at_once(BusRole role)
    {
        var product = new BusMonitor(this, 3000, role);
        var random = new Random(1);
        byte[] noise = new byte[10_000];
        random.NextBytes(noise);
        foreach (byte value in noise)
        {
            _line.Enqueue(value);
        }

        for (int turn = 1; turn < 30; turn++)
        {
            Assert.Equal(turn + 1, product.Poll(turn));
            Assert.Equal(noise.Length - (256 * turn), _line.Count);
        }
    }

    [Fact]
    public void Counter_that_is_full_stays_so()
    {
        _counters.JunkBytes = BusCounters.Max - 1;
        Hear(100, "F9F9F9" + Frames.Read2);
        Hear(110, "F9F9F9" + Frames.Read2);

        Assert.Equal(BusCounters.Max, _counters.JunkBytes);
    }

    [Fact]
    public void Every_counter_is_full_at_the_same_number()
    {
        foreach (System.Reflection.PropertyInfo counter in typeof(BusCounters).GetProperties())
        {
            counter.SetValue(_counters, BusCounters.Max);
            counter.SetValue(_counters, (int)counter.GetValue(_counters)! + 1);
            Assert.True(BusCounters.Max == (int)counter.GetValue(_counters)!, counter.Name);
        }
    }

    void IBusPort.Write(byte[] buffer, int offset, int count)
    {
    }

    int IBusPort.Read(byte[] buffer, int offset, int count)
    {
        int read = 0;
        while (read < count && _line.TryDequeue(out byte value))
        {
            buffer[offset + read++] = value;
        }

        return read;
    }

    private void Hear(long nowMs, string hex)
    {
        foreach (byte value in Hex.Bytes(hex))
        {
            _line.Enqueue(value);
        }

        _link.Receive(nowMs);
        while (_link.Next(nowMs) != MessageKind.None)
        {
        }
    }
}
