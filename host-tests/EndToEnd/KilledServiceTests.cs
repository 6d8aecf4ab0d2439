using System.Text.Json;

namespace ValenceNano.HostTests.EndToEnd;

/// <summary><c>valence monitor --store</c> killed in the midst of its work, as by a power cut.</summary>
public sealed class KilledServiceTests
{
    [PseudoTerminalFact]
    public async Task Killed_process_leaves_what_was_kept_before_and_the_next_goes_on_from_there()
    {
        using var line = new PseudoTerminals();
        using var batteries = new RunningCommand("sim", "--port", line.Batteries, "--batteries", "3");
        string[] monitor = ["monitor", line.Master, "--force", "--json", "--store", line.File("store")];
        long kept;
        using (var first = new RunningCommand(monitor))
        {
            await first.WaitFor(found => ChargeOut(found) >= 8);
            Assert.Equal(0, await first.EndAsync());
            kept = first.Objects.Max(ChargeOut);
        }

        using var killed = new ValenceProcess(monitor);
        await killed.WaitFor(found => ChargeOut(found) >= kept + 8);
        long told = (await killed.KillAsync()).Max(ChargeOut);
        File.WriteAllBytes(Path.Combine(line.File("store"), "batteries-0-b.new"), [1, 2, 3]);

        using var last = new RunningCommand(monitor);
        long atOnce = ChargeOut(await last.WaitFor(found => ChargeOut(found) >= 0));
        Assert.InRange(atOnce, kept, told - 1);
        await last.WaitFor(found => ChargeOut(found) >= told);
        Assert.Equal(0, await last.EndAsync());
        Assert.DoesNotContain("cannot be", last.Error, StringComparison.Ordinal);
    }

    // Of the bank with all its batteries; -1: of something else.
    private static long ChargeOut(JsonElement found) =>
        found.GetProperty("kind").GetString() == "bank" && found.GetProperty("live").GetInt32() == 3
            ? found.GetProperty("charge_out_mah").GetInt64()
            : -1;
}
