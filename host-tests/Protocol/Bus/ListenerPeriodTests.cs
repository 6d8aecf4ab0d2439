using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Bus;

/// <summary>A listener beside a master that polls seldom: it learns how seldom.</summary>
public sealed class ListenerPeriodTests
{
    private readonly ScriptedBus _bus = new(BusRole.Listener);

    private Battery Known => _bus.Monitor.Batteries[0];

    [Theory]
    [InlineData(15_000)]
    [InlineData(30_000)]
    [InlineData(60_000)]
    public void Battery_that_is_asked_seldom_stays_live_from_its_second_poll_on(int periodMs)
    {
        for (int poll = 0; poll < 10; poll++)
        {
            Poll(1000 + (poll * periodMs));
        }

        _bus.RunUntil(1000 + periodMs + 100);
        while (_bus.NowMs < 1000 + (10 * periodMs))
        {
            _bus.RunUntil(_bus.NowMs + 100);
            Assert.True(Known.State == BatteryState.Live, $"{Known.State} at {_bus.NowMs}");
        }

        long lastMs = Known.ValuesMs;
        _bus.RunUntil(lastMs + (3 * periodMs) + 499);
        Assert.Equal(BatteryState.Live, Known.State);
        _bus.RunUntil(lastMs + (3 * periodMs) + 520);
        Assert.NotEqual(BatteryState.Live, Known.State);
    }

    [Fact]
    public void Poll_that_was_not_heard_makes_no_slow_master()
    {
        foreach (int ms in new[] { 1000, 4000, 7000, 47_000, 50_000 })
        {
            Poll(ms);
        }

        _bus.RunUntil(50_007 + 9490);
        Assert.Equal(BatteryState.Live, Known.State);
        _bus.RunUntil(50_007 + 9540);
        Assert.NotEqual(BatteryState.Live, Known.State);
    }

    [Fact]
    public void Battery_asked_again_at_once_or_out_of_turn_makes_no_fast_master()
    {
        // The second poll fails twice; behind a search all are asked at once.
        foreach (int ms in new[] { 1000, 31_000, 61_000, 63_000, 91_000, 121_000 })
        {
            _bus.At(ms - 100, Frames.Read2);
            _bus.At(ms - 50, Frames.Read2);
            Poll(ms);
        }

        _bus.RunUntil(121_007 + 60_000);

        Assert.Equal(BatteryState.Live, Known.State);
    }

    [Fact]
    public void Silence_of_a_master_that_was_away_is_no_period()
    {
        foreach (int ms in new[] { 1000, 300_000, 600_000 })
        {
            Poll(ms);
        }

        _bus.RunUntil(600_007 + 9540);

        Assert.NotEqual(BatteryState.Live, Known.State);
    }

    [Fact]
    public void Another_battery_in_the_same_place_is_learned_anew()
    {
        foreach (int ms in new[] { 1000, 31_000, 61_000, 91_000 })
        {
            Poll(ms);
        }

        // The reset removes a battery that has no name; the next one takes its object.
        _bus.At(95_000, Frames.Reset);
        Poll(97_000);
        _bus.RunUntil(97_500);
        Assert.Equal(BatteryState.Live, Known.State);
        _bus.RunUntil(97_007 + 9540);

        Assert.NotEqual(BatteryState.Live, Known.State);
    }

    private void Poll(int ms)
    {
        _bus.At(ms, Frames.Read2);
        _bus.At(ms + 7, Hex.Text(new Reply { CurrentMa = 5000 }.Bytes()));
    }
}
