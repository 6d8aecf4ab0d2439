using ValenceNano.Bench;

namespace ValenceNano.HostTests.Network.Mqtt;

/// <summary>A day of faults in virtual time; <c>bench mqtt-soak --days 30</c> has more.</summary>
public sealed class MqttSoakTests
{
    [Fact]
    public void Home_Assistant_is_never_shown_what_is_not_so()
    {
        MqttSoak soak = MqttSoak.Run(seed: 1, days: 0.5);

        Assert.True(soak.Failures.Count == 0, string.Join('\n', soak.Failures));
        Assert.InRange(soak.Faults, 80, int.MaxValue);
    }
}
