using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Model.Energy;

public class PollIntervalTests
{
    [Theory]
    [InlineData(BusMaster.MinPollIntervalMs)]
    [InlineData(BusMaster.DefaultPollIntervalMs)]
    [InlineData(10_000)]
    [InlineData(BusMaster.MaxPollIntervalMs)]
    public void Energy_and_full_charges_are_counted_at_any_interval_that_may_be_set(int pollIntervalMs)
    {
        var clock = new VirtualClock();
        var wire = new VirtualWire(clock, seed: 1);
        var battery = new VirtualBattery("CBB112810001"u8.ToArray(), 995, seed: 1);
        battery.Model.CurrentMa = 1900;
        new VirtualBatteries(wire).Add(battery);
        var settings = new Settings();
        settings.Set(SettingId.PollInterval, pollIntervalMs);
        var monitor = new Monitor(wire.OpenPort(), settings, BusRole.Master);
        while (clock.NowMs < 2 * 3600_000)
        {
            clock.NowUs = Math.Max(clock.NowMs + 1, monitor.Poll(clock.NowMs)) * 1000;
        }

        monitor.Readings.Fetch(ReadingScope.Battery, 0, clock.NowMs);
        Assert.InRange(monitor.Readings.Fetched[(int)ReadingId.ChargeIn], 3700, 3800);
        Assert.InRange(monitor.Readings.Fetched[(int)ReadingId.Coverage], 980, 1000);
        Assert.Equal(1, monitor.Logbook.Extremes.Get(monitor.Logbook.EntryOf(monitor.Bus.Batteries[0]), ExtremeId.FullCharges));
    }
}
