using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Bus;

/// <summary>Junk that comes where the master asks a bus id that nobody has: two batteries at once, or only noise.</summary>
public sealed class StrayJunkTests
{
    private const int MinResetMs = 600_000;
    private const int LongMs = 3_600_000;

    private readonly ScriptedBus _bus = new ScriptedBus().WithBattery("CBB112810069", slot: 2, busId: 2, new Reply { CurrentMa = 5000 });

    [Fact]
    public void Junk_that_comes_once_is_noise()
    {
        _bus.On("read 9", 1, (6, Frames.Collision)).RunUntil(LongMs);

        Assert.Equal([0, 1], _bus.TimesOf("reset"));
    }

    [Fact]
    public void Junk_that_comes_twice_calls_for_the_power_up_message_but_not_within_ten_minutes_of_the_last()
    {
        _bus.On("read 9", 2, (6, Frames.Collision)).RunUntil(LongMs);

        List<long> asked = _bus.TimesOf("read 9");
        Assert.InRange(asked[1] - asked[0], BusMonitor.ReplyMs, 2 * BusMonitor.ReplyMs);
        Assert.Equal(4, _bus.TimesOf("reset").Count);
        Assert.InRange(_bus.TimesOf("reset")[2], MinResetMs, MinResetMs + 40_000);
    }

    [Fact]
    public void Junk_that_no_power_up_message_ends_brings_no_second_one()
    {
        _bus.On("read 9", 6, Frames.Collision).RunUntil(LongMs);

        Assert.Equal(4, _bus.TimesOf("reset").Count);
        Assert.Equal(1, _bus.Monitor.Counters.Renumbered);
    }
}
