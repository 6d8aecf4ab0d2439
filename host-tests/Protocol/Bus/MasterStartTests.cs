using ValenceNano.Model;
using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Bus;

/// <summary>What a master sends on a bus without batteries, to the ms, and that it sends nothing else.</summary>
public sealed class MasterStartTests
{
    private const int RoundMs = 146;

    [Fact]
    public void Master_starts_with_the_power_up_message_and_two_rounds_and_then_is_silent() =>
        Assert.Equal(
            ["0 reset", "1 reset", .. Round(2), .. Round(2 + RoundMs)],
            new ScriptedBus().RunUntil(3000).Sent);

    [Fact]
    public void Master_sends_nothing_before_the_first_call() => Assert.Empty(new ScriptedBus().Sent);

    [Fact]
    public void Master_searches_every_3_s_with_the_power_up_message_once_a_minute()
    {
        var bus = new ScriptedBus();

        bus.RunUntil(130_000);

        Assert.Equal([0, 1, 60_000, 60_001, 120_000, 120_001], bus.TimesOf("reset"));
        for (int search = 1; search < 43; search++)
        {
            int ms = search * 3000;
            string[] resets = search % 20 == 0 ? [$"{ms} reset", $"{ms + 1} reset"] : [];
            int roundsMs = ms + resets.Length;
            Assert.Equal([.. resets, .. Round(roundsMs), .. Round(roundsMs + RoundMs)], bus.SentBetween(ms, ms + 3000));
        }
    }

    [Fact]
    public void Master_speaks_at_once_whatever_the_time_is_at_its_start()
    {
        var bus = new ScriptedBus();
        bus.Jump(4_294_967_290);

        bus.RunUntil(4_294_970_290);

        Assert.Equal("4294967290 reset", bus.Sent.First());
        Assert.Equal(2 + 2 * 8, bus.Sent.Count());
    }

    [Fact]
    public void Bus_without_batteries_costs_no_polls_and_no_faults()
    {
        BusMonitor monitor = new ScriptedBus().RunUntil(60_000).Monitor;

        Assert.Equal(0, monitor.Batteries.Count);
        Assert.Equal(0, monitor.Counters.Polls + monitor.Counters.Timeouts + monitor.Counters.JunkBytes);
        Assert.Equal(40, monitor.Counters.Rounds);
    }

    [Fact]
    public void Echo_of_what_it_sends_changes_nothing_it_sends()
    {
        var bus = new ScriptedBus { Echoes = true };

        bus.RunUntil(10_000);

        Assert.Equal(new ScriptedBus().RunUntil(10_000).Sent.Select(Name), bus.Sent.Select(Name));
        Assert.Equal(0, bus.Monitor.Counters.JunkBytes);
    }

    [Fact]
    public void Interval_between_polls_outside_of_250_to_60000_ms_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScriptedBus(pollIntervalMs: 249));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScriptedBus(pollIntervalMs: 60_001));
    }

    private static IEnumerable<string> Round(int ms) =>
    [
        $"{ms} round", $"{ms + 1} round", $"{ms + 2} slot 0", $"{ms + 26} slot 1", $"{ms + 50} slot 2", $"{ms + 74} slot 3",
        $"{ms + 98} slot 4", $"{ms + 122} slot 5",
    ];

    private static string Name(string sent) => sent[(sent.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
