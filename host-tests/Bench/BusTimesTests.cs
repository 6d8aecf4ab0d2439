using ValenceNano.Bench;

namespace ValenceNano.HostTests.Bench;

public sealed class BusTimesTests
{
    private const double ByteUs = 1e7 / 115_200;

    [Fact]
    public void Poll_needs_request_reply_and_the_battery_s_delay()
    {
        // The virtual battery waits 0.4 to 1.6 ms.
        BusTime time = BusTimes.Cycle(1);
        Assert.InRange(time.NeededUs, (67 * ByteUs) + 400, (67 * ByteUs) + 1600);
    }

    [Fact]
    public void Poll_cycle_of_six_batteries_takes_little_more_than_it_needs() =>
        Assert.InRange(BusTimes.Cycle(6).Ratio, 1.0, 1.25);

    [Fact]
    public void Discovery_needs_its_bytes_its_empty_slots_and_the_batteries_delays()
    {
        // Two resets, three rounds said twice, 17 empty slots; then a serial after 0.3 to 0.8 ms and an acknowledgement after 26.4.
        double bytesUs = (16 + 36 + 6 + 17 + 18 + 6) * ByteUs;
        BusTime time = BusTimes.Discovery(1);
        Assert.InRange(time.NeededUs, bytesUs + (17 * 24_000) + 26_400 + 300 - 10, bytesUs + (17 * 24_000) + 26_400 + 800 + 10);
    }

    [Fact]
    public void Discovery_of_six_batteries_takes_little_more_than_it_needs() =>
        Assert.InRange(BusTimes.Discovery(6).Ratio, 1.0, 1.5);
}
