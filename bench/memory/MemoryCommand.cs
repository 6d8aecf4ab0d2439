using System.CommandLine;
using ValenceNano.Desktop;

namespace ValenceNano.Bench;

/// <summary><c>memory</c>: what <c>monitor</c> on a computer has in use after months of virtual time.</summary>
internal static class MemoryCommand
{
    private const double MinDays = 0.1;
    private const double MaxDays = 3660;
    private const double DefaultDays = 365;
    private const int Looks = 12;

    // From the second look on, by which all has been seen once: more is a leak.
    private const long MaxGrowth = 64 * 1024;

    public static Command Create()
    {
        Option<double> days = Arguments.Number("--days", "D", MinDays, MaxDays, DefaultDays, "Virtual days.");
        var command = new Command("memory", "What monitor keeps in use over a virtual year; a year takes some minutes.") { days };
        command.SetAction(parsed => Run(parsed.GetValue(days)));
        return command;
    }

    private static int Run(double days)
    {
        using var year = new ComputerYear();
        var live = new List<long>();
        for (int look = 1; look <= Looks; look++)
        {
            double day = days * look / Looks;
            year.RunUntil((long)(day * SoakClock.Day));
            live.Add(GC.GetTotalMemory(forceFullCollection: true));
            Console.WriteLine(
                $"day {day,7:0.0}: {live[^1],9} bytes in use after a collection, {Environment.WorkingSet / 1024,7} kB of the process, {year.Lines,6} events");
        }

        long growth = live[^1] - live[1];
        Console.WriteLine($"grown since the second look: {growth} bytes");
        return growth > MaxGrowth ? ExitCode.NothingFound : ExitCode.Done;
    }
}
