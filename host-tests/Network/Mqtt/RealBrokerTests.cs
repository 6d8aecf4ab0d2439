using System.Text.Json;
using ValenceNano.HostTests.EndToEnd;

namespace ValenceNano.HostTests.Network.Mqtt;

/// <summary><c>valence sim --mqtt</c> at MQTTnet's broker.</summary>
public sealed class RealBrokerTests
{
    private const int TimeoutMs = 60_000;

    [Fact(Timeout = TimeoutMs)]
    public async Task Sim_is_found_and_read_and_answers_a_birth()
    {
        using var broker = new TestBroker();
        using RunningCommand sim = Sim(broker, "--name", "boat");
        Said state = await broker.WaitFor(IsLive);
        Assert.Matches("^valencenano/boat-sim/battery/[0-9a-f]{24}$", state.Topic);
        Said config = await broker.WaitFor(said => said.Topic == "homeassistant/device/valencenano-boat-sim/config");
        DiscoveryRules.Check(config.Topic, config.Payload);
        Assert.Equal("boat", JsonDocument.Parse(config.Payload).RootElement.GetProperty("dev").GetProperty("name").GetString());

        int from = broker.Said.Count;
        await broker.PublishAsync("homeassistant/status", "online");
        await broker.WaitFor(said => said.Topic == config.Topic, from);
        Assert.Equal(0, await sim.EndAsync());
        await broker.WaitFor(said => said is { Topic: "valencenano/boat-sim/status", Payload: "offline" }, from);
    }

    [Fact(Timeout = TimeoutMs)]
    public async Task Two_displays_in_one_house_keep_out_of_each_others_way()
    {
        using var broker = new TestBroker();
        using RunningCommand first = Sim(broker, "--name", "bow");
        using RunningCommand second = Sim(broker, "--name", "stern", "--seed", "2");
        await broker.WaitFor(said => IsLive(said) && said.Topic.Contains("/bow-sim/"));
        await broker.WaitFor(said => IsLive(said) && said.Topic.Contains("/stern-sim/"));

        Assert.DoesNotContain(broker.Said, said => said.Payload == "offline" && !said.Topic.Contains("/battery/"));
    }

    [Fact(Timeout = TimeoutMs)]
    public async Task Wrong_password_is_told_in_words()
    {
        using var broker = new TestBroker(password: "right");
        using var sim = new RunningCommand("sim", "--json", "--mqtt", $"mqtt://van:wrong@127.0.0.1:{broker.Port}");
        while (!sim.Error.Contains("user or password refused"))
        {
            await Task.Delay(20);
        }

        Assert.DoesNotContain("wrong", sim.Error);
        Assert.Empty(broker.Said);
    }

    [Theory]
    [InlineData("mqtts://127.0.0.1", "TLS")]
    [InlineData("http://127.0.0.1", "mqtt[s]://")]
    [InlineData("mqtt://", "mqtt[s]://")]
    [InlineData("mqtt://host:0", "mqtt[s]://")]
    [InlineData("mqtt://host/a+b", "+ or #")]
    [InlineData("mqtt://:topsecret@host", "user")]
    [InlineData("broker.local", "mqtt[s]://")]
    public async Task Wrong_address_is_one_line_that_says_what_is_wanted(string address, string wanted)
    {
        using var sim = new RunningCommand("sim", "--json", "--mqtt", address);

        Assert.Equal(2, await sim.ExitAsync());
        Assert.Contains(wanted, sim.Error);
        Assert.DoesNotContain("topsecret", sim.Error);
    }

    private static RunningCommand Sim(TestBroker broker, params string[] more) =>
        new(["sim", "--json", "--mqtt", $"mqtt://127.0.0.1:{broker.Port}", .. more]);

    private static bool IsLive(Said said) => said.Topic.Contains("/battery/") && said.Payload.Contains("\"state\":\"live\"");
}
