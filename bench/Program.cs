using System.CommandLine;
using ValenceNano.Bench;

var json = new Option<bool>("--json") { Description = "One JSON object a line." };
var where = new Option<string?>("--where")
{
    Description = "Only this scenario, and in which methods its instructions are.",
    HelpName = "scenario",
};
var root = new RootCommand("What a poll and a screen cost on a device that interprets every instruction.")
{
    json, where, SoakCommand.Create(), MqttSoakCommand.Create(), FuzzCommand.Create(),
};
root.SetAction(result =>
{
    var report = new Report(Console.Out, result.GetValue(json));
    if (result.GetValue(where) is not { } scenario)
    {
        report.All();
        return 0;
    }

    if (report.Where(scenario))
    {
        return 0;
    }

    Console.Error.WriteLine($"--where: there is no scenario {scenario}");
    return 2;
});
return root.Parse(args).Invoke();
