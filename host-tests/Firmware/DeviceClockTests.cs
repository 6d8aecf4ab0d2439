using ValenceNano.Firmware;
using ValenceNano.HostTests.Simulation;

namespace ValenceNano.HostTests.Firmware;

/// <summary>The chip's time, and how long a wait for it takes.</summary>
public sealed class DeviceClockTests
{
    private readonly DeviceBench _bench = new();
    private readonly DeviceClock _clock = new();

    [Fact]
    public void Its_time_is_that_of_the_timer_that_counts_microseconds()
    {
        _bench.Clock.NowUs = 4_294_967_296_999;

        Assert.Equal(4_294_967_296, _clock.NowMs);
    }

    [Theory]
    [InlineData(-5, 123, 123)]
    [InlineData(0, 123, 123)]
    [InlineData(1, 124, 124)]
    [InlineData(4, 127, 127)]
    [InlineData(5, 130, 130)]
    [InlineData(10, 130, 130)]
    [InlineData(30, 143, 160)]
    public void Wait_never_ends_the_program_and_ends_by_itself_or_with_a_step_of_10_ms(int ms, long fromMs, long toMs)
    {
        _bench.Clock.NowUs = 123_400;

        Assert.True(_clock.WaitUntil(_clock.NowMs + ms));
        Assert.InRange(_clock.NowMs, fromMs, toMs);
    }
}
