using ValenceNano.Network;

namespace ValenceNano.Desktop;

/// <summary>Tells in words how the firmware's client fares, when that changes.</summary>
/// <param name="broker">What its broker is called.</param>
/// <param name="report">Takes a line for the user.</param>
internal sealed class BrokerReport(string broker, Action<string> report)
{
    // As MQTT 3.1.1 numbers them in table 3.1.
    private const int BadUser = 4;
    private const int NotAuthorized = 5;

    private string _last = "";

    /// <summary>Looks at it.</summary>
    public void Look(BrokerClient? client)
    {
        string what = client?.State switch
        {
            MqttState.Open => "publishing",
            MqttState.Waiting => Trouble(client.Refusal),
            _ => _last,
        };
        if (what != _last)
        {
            _last = what;
            report($"mqtt: {broker}: {what}");
        }
    }

    private static string Trouble(int refusal) => refusal switch
    {
        0 => "no answer; trying again",
        BadUser or NotAuthorized => "user or password refused; trying again",
        _ => $"refused ({refusal}); trying again",
    };
}
