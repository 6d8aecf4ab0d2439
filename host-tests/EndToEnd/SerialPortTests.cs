using System.Text.Json;
using ValenceNano.Desktop;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.EndToEnd;

/// <summary>Both ends of a serial line: virtual batteries at one, the product at the other.</summary>
public sealed class SerialPortTests
{
    // Longer than a test may take.
    private const int LongMs = 600_000;

    private static readonly string[] ShownKeys =
        ["bus_id", "soc_permille", "voltage_mv", "current_ma", "current2_ma", "cell_mv", "cell_c", "board_c"];

    [PseudoTerminalFact]
    public async Task Three_batteries_are_found_and_only_what_they_sent_is_shown_though_much_is_corrupt()
    {
        using var line = new PseudoTerminals();
        using var batteries = new RunningCommand(
            "sim", "--port", line.Batteries, "--batteries", "3",
            "--faults", "split:15,junk:15,flip:5,drop:5,cut:5,delay:5", "--json", "--trace");
        using var monitor = new RunningCommand("monitor", line.Master, "--force", "--json");

        await monitor.WaitFor(found => KindOf(found) == "bank" && found.GetProperty("live").GetInt32() == 3);
        int shown = monitor.Objects.Count();
        await monitor.WaitFor(found => KindOf(found) == "bank" && found.GetProperty("live").GetInt32() == 3, shown);
        await monitor.EndAsync();
        await batteries.EndAsync();

        var sent = batteries.Objects.Where(found => KindOf(found) == "data").Select(Values).ToHashSet();
        var live = monitor.Objects.Where(found => KindOf(found) == "battery" && StateOf(found) == "live").ToArray();
        Assert.All(live, battery => Assert.Contains(Values(battery), sent));
        Assert.Contains(live, battery => battery.TryGetProperty("unknown", out JsonElement bytes) && bytes.GetProperty("45-48").GetString() == "00100400");
        Assert.Equal(3, live.Select(battery => battery.GetProperty("serial_hex").GetString()).Distinct().Count());
    }

    [PseudoTerminalFact]
    public async Task Cable_that_was_pulled_and_put_back_costs_nothing_but_the_time()
    {
        using var line = new PseudoTerminals();
        using var batteries = new RunningCommand("sim", "--port", line.Batteries, "--json", "--trace");
        using var monitor = new RunningCommand("monitor", line.Master, "--force", "--json", "--record", line.File("capture"));
        await monitor.WaitFor(found => KindOf(found) == "bank" && found.GetProperty("live").GetInt32() == 2);

        line.PullOut();
        await monitor.WaitFor(found => KindOf(found) == "bank" && found.GetProperty("live").GetInt32() == 0, monitor.Objects.Count());
        line.PlugIn();
        await monitor.WaitFor(found => KindOf(found) == "bank" && found.GetProperty("live").GetInt32() == 2, monitor.Objects.Count());

        Assert.Equal(0, await monitor.EndAsync());
        Assert.Contains("the port is gone", monitor.Error, StringComparison.Ordinal);
        Assert.Contains("the port is back", monitor.Error, StringComparison.Ordinal);
    }

    [PseudoTerminalFact]
    public async Task Port_that_is_open_is_refused_to_a_second_program_until_it_is_closed()
    {
        using var line = new PseudoTerminals();
        using (new SerialBusPort(line.Master, _ => { }))
        {
            PortException refused = await Task.Run(() => Assert.Throws<PortException>(() => new SerialBusPort(line.Master, _ => { })));
            Assert.Contains("the port is busy", refused.Message, StringComparison.Ordinal);
        }

        new SerialBusPort(line.Master, _ => { }).Dispose();
    }

    [PseudoTerminalFact]
    public async Task Wait_for_bytes_ends_when_they_come_and_when_the_cable_is_pulled()
    {
        using var line = new PseudoTerminals();
        using var batteries = new SerialBusPort(line.Batteries, _ => { });
        using var master = new SerialBusPort(line.Master, _ => { });
        batteries.Write([1, 2, 3], 0, 3);
        await Task.Run(() => master.WaitForInput(LongMs));
        byte[] heard = new byte[10];
        Assert.InRange(master.Read(heard, 0, heard.Length), 1, 3);

        line.PullOut();
        await Task.Run(() => master.WaitForInput(LongMs));
        line.PlugIn();
    }

    [PseudoTerminalFact]
    public async Task Battery_that_goes_silent_is_lost_and_comes_back_by_itself()
    {
        using var line = new PseudoTerminals();
        using var serial = new SerialBusPort(line.Batteries, _ => { });
        using var end = new CancellationTokenSource();
        var simulator = new PortSimulator(serial, 2, 1, new FaultRates(), weak: null, trace: null, TextWriter.Null);
        Task running = Task.Run(() => simulator.Run(null, () => { }, end.Token));
        using var monitor = new RunningCommand("monitor", line.Master, "--force", "--json");
        await monitor.WaitFor(found => KindOf(found) == "bank" && found.GetProperty("live").GetInt32() == 2);

        int before = monitor.Objects.Count();
        simulator.Batteries[0].IsPlugged = false;
        JsonElement lost = await monitor.WaitFor(found => KindOf(found) == "battery" && StateOf(found) != "live", before);
        simulator.Batteries[0].IsPlugged = true;
        await monitor.WaitFor(found => KindOf(found) == "bank" && found.GetProperty("live").GetInt32() == 2, monitor.Objects.Count());

        Assert.Equal(Convert.ToHexStringLower(simulator.Batteries[0].Serial), lost.GetProperty("serial_hex").GetString());
        Assert.Equal("lost", StateOf(lost));
        await end.CancelAsync();
        await running;
    }

    [PseudoTerminalFact]
    public async Task What_is_recorded_decodes_to_what_was_traced()
    {
        using var line = new PseudoTerminals();
        using var batteries = new RunningCommand("sim", "--port", line.Batteries);
        string capture = line.File("capture");
        using var monitor = new RunningCommand("monitor", line.Master, "--force", "--json", "--trace", "--record", capture);
        await monitor.WaitFor(found => KindOf(found) == "bank" && found.GetProperty("live").GetInt32() == 2);
        await monitor.EndAsync();

        using var decode = new RunningCommand("decode", capture, "--json");
        Assert.Equal(0, await decode.ExitAsync());
        Assert.Equal(monitor.Objects.Where(IsMessage).Select(WithoutTime), decode.Objects.Where(IsMessage).Select(WithoutTime));
    }

    [PseudoTerminalFact]
    public async Task Listener_shows_what_a_master_polls()
    {
        using var line = new PseudoTerminals();
        using var master = new SerialBusPort(line.Batteries, _ => { });
        using var listener = new RunningCommand("listen", line.Master, "--json");
        await listener.Started();
        Assert.Contains("no display has been heard yet", listener.Error, StringComparison.Ordinal);
        byte[] conversation = Convert.FromHexString(
            "02030029001BD43A"
            + "020336171515150F000004A8005004151715181815800084000000840000000B0D090D2834000028340000EEEE001004000A0D090D0A0D0B0DEAE4");
        master.Write(conversation, 0, conversation.Length);

        JsonElement battery = await listener.WaitFor(found => KindOf(found) == "battery");
        Assert.Equal(13352, battery.GetProperty("voltage_mv").GetInt32());
        Assert.False(battery.TryGetProperty("serial_hex", out _));
        Assert.Contains("another display is the master", listener.Error, StringComparison.Ordinal);
        Assert.Equal(0, master.Read(new byte[1], 0, 1));
    }

    private static string KindOf(JsonElement found) => found.GetProperty("kind").GetString()!;

    private static string StateOf(JsonElement battery) => battery.GetProperty("state").GetString()!;

    private static bool IsMessage(JsonElement found) => KindOf(found) is not ("battery" or "bank" or "stats" or "junk");

    private static string WithoutTime(JsonElement message) =>
        string.Join(',', message.EnumerateObject().Where(key => key.Name is not ("t_ms" or "at")).Select(key => key.ToString()));

    // From the state of charge on a battery's object has what the message had.
    private static string Values(JsonElement found) =>
        string.Join(',', ShownKeys.Select(key => found.GetProperty(key).GetRawText()));
}
