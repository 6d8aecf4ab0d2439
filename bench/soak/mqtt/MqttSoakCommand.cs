using System.CommandLine;
using ValenceNano.Desktop;

namespace ValenceNano.Bench;

/// <summary><c>mqtt-soak</c>: what is published, in virtual time under every fault, and Home Assistant as a witness.</summary>
internal static class MqttSoakCommand
{
    private const double MinDays = 0.001;
    private const double MaxDays = 366;
    private const double DefaultDays = 1;
    private const int MaxSeed = 9999;

    public static Command Create()
    {
        Option<double> days = Arguments.Number("--days", "D", MinDays, MaxDays, DefaultDays, "Virtual days.");
        Option<int> seed = Arguments.WholeNumber("--seed", "K", 0, MaxSeed, 1, "The same gives the same faults.");
        var command = new Command("mqtt-soak", "Publishes in virtual time, with one fault of broker, network or bus after the other.") { days, seed };
        command.SetAction(parsed => Run(parsed.GetValue(days), parsed.GetValue(seed)));
        return command;
    }

    private static int Run(double days, int seed)
    {
        MqttSoak soak = MqttSoak.Run(seed, days);
        Console.WriteLine($"{days} days, {soak.Faults} faults, {soak.Messages} messages, {soak.Checks} checks, {soak.Failures.Count} failures");
        foreach (string failure in soak.Failures)
        {
            Console.WriteLine(failure);
        }

        return soak.Failures.Count > 0 ? 1 : 0;
    }
}
