namespace ValenceNano.Bench;

/// <summary>
/// What is measured, one line each: name; what goes before it uncounted, each time; the scenario, which returns the bytes
/// it sent to the panel. A name that begins with <c>plain_</c> is the yardstick of the one without.
/// </summary>
public static class Scenarios
{
    /// <summary>All of them, each with objects of its own.</summary>
    public static IReadOnlyList<(string Name, Action Prepare, Func<int> Run)> All()
    {
        var replies = new Replies();
        var bus = new ScriptedBus(hasBattery: true);
        var silentBus = new ScriptedBus(hasBattery: false);
        return
        [
            ("crc", Nothing, NoPanel(replies.Crc)),
            ("plain_crc", Nothing, NoPanel(replies.PlainCrc)),
            ("data_reply", Nothing, NoPanel(replies.Read)),
            ("plain_data_reply", Nothing, NoPanel(replies.PlainRead)),
            ("poll", bus.RunUntilDue, NoPanel(bus.RunCycle)),
            ("poll_idle", bus.RunUntilIdle, NoPanel(bus.Poll)),
            ("round_silent", silentBus.RunUntilDue, NoPanel(silentBus.RunRound)),
        ];
    }

    private static void Nothing()
    {
    }

    private static Func<int> NoPanel(Action run) => () =>
    {
        run();
        return 0;
    };
}
