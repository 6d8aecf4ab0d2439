using System.CommandLine;

namespace ValenceNano.Bench;

/// <summary><c>mqtt-soak</c>: what is published, in virtual time under every fault, and Home Assistant as a witness.</summary>
internal static class MqttSoakCommand
{
    private const double DefaultDays = 1;

    public static Command Create()
    {
        var days = new Option<double>("--days") { Description = "Virtual days.", HelpName = "D", DefaultValueFactory = _ => DefaultDays };
        var seed = new Option<int>("--seed") { Description = "The same gives the same faults.", HelpName = "K", DefaultValueFactory = _ => 1 };
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
