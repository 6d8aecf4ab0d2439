using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Bus;

/// <summary>A master that is told how long a reply may take waits longer everywhere, by as much.</summary>
public sealed class MasterPatienceTests
{
    private const int ReplyMs = 150;

    [Theory]
    [InlineData(BusMonitor.ReplyMs, 24)]
    [InlineData(ReplyMs, 124)]
    public void Slot_is_open_for_longer_where_a_reply_may_take_longer(int replyMs, int slotMs)
    {
        var bus = new ScriptedBus(replyMs: replyMs);

        bus.RunUntil(1000);

        Assert.Equal(slotMs, bus.TimesOf("slot 1")[0] - bus.TimesOf("slot 0")[0]);
    }

    [Theory]
    [InlineData(BusMonitor.ReplyMs, 50)]
    [InlineData(ReplyMs, 150)]
    public void Battery_is_asked_again_when_its_reply_has_not_come_in_time(int replyMs, int againMs)
    {
        ScriptedBus bus = new ScriptedBus(replyMs: replyMs).WithBattery("CBB112810318", slot: 2, busId: 2);
        bus.RunUntil(9000);
        bus.Unplug("read 2");
        long mark = bus.NowMs;

        bus.RunUntil(13_000);

        long[] asked = [.. bus.TimesOf("read 2").Where(ms => ms >= mark)];
        Assert.Equal(againMs, asked[1] - asked[0]);
    }

    [Theory]
    [InlineData(BusMonitor.ReplyMs, 1)]
    [InlineData(ReplyMs, 0)]
    public void Echo_may_come_later_where_a_reply_may_take_longer(int replyMs, int yielded)
    {
        var bus = new ScriptedBus(replyMs: replyMs) { Echoes = true, EchoMs = 250 };

        bus.RunUntil(3000);

        Assert.Equal(yielded > 0, bus.Monitor.Counters.Yielded > 0);
    }

    [Theory]
    [InlineData(BusMonitor.ReplyMs, 1)]
    [InlineData(ReplyMs, 0)]
    public void Reply_in_two_pieces_is_whole_if_the_pause_is_short_enough(int replyMs, int isCut)
    {
        ScriptedBus bus = new ScriptedBus(BusRole.Listener, replyMs: replyMs);
        byte[] reply = new Reply { BusId = 2 }.Bytes();
        bus.At(1000, Hex.Text(RequestBytes()));
        bus.At(1010, Hex.Text(reply.AsSpan(0, 20)));
        bus.At(1090, Hex.Text(reply.AsSpan(20)));

        bus.RunUntil(2000);

        Assert.Equal(1 - isCut, bus.Monitor.Counters.Replies);
    }

    private static byte[] RequestBytes()
    {
        byte[] request = new byte[MessageFormat.RequestLength];
        RequestWriter.Read(request, 2);
        return request;
    }
}
