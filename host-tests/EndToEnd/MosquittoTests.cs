using System.Text.Json;
using ValenceNano.HostTests.Network.Mqtt;

namespace ValenceNano.HostTests.EndToEnd;

/// <summary><c>valence sim --mqtt</c> at mosquitto.</summary>
public sealed class MosquittoTests
{
    private const string Root = "valencenano/van-sim";
    private const string Config = "homeassistant/device/valencenano-van-sim/config";

    [ProgramFact("mosquitto")]
    public async Task Sim_is_found_and_again_after_the_broker_was_killed()
    {
        using var broker = new MosquittoBroker();
        using RunningCommand sim = Sim(broker);
        DiscoveryRules.Check(Config, await broker.WaitFor(Config, _ => true));
        await broker.WaitFor($"{Root}/bank", IsLive);

        broker.Kill();
        await Task.Delay(1000);
        broker.Start();
        await broker.WaitFor($"{Root}/bank", IsLive);
        Assert.Equal("online", await broker.WaitFor($"{Root}/status", _ => true));
        await broker.WaitFor(Config, _ => true);
        Assert.Equal(0, await sim.EndAsync());
        Assert.Equal("offline", await broker.WaitFor($"{Root}/status", line => line == "offline"));
    }

    [ProgramFact("mosquitto")]
    public async Task Killed_process_is_offline_by_its_will()
    {
        using var broker = new MosquittoBroker();
        using var sim = new ValenceProcess("sim", "--json", "--name", "van", "--mqtt", $"mqtt://127.0.0.1:{broker.Port}");
        Assert.Equal("online", await broker.WaitFor($"{Root}/status", _ => true));

        await sim.KillAsync();
        Assert.Equal("offline", await broker.WaitFor($"{Root}/status", line => line == "offline"));
    }

    private static RunningCommand Sim(MosquittoBroker broker) =>
        new("sim", "--json", "--name", "van", "--mqtt", $"mqtt://127.0.0.1:{broker.Port}");

    private static bool IsLive(string bank) => JsonDocument.Parse(bank).RootElement.GetProperty("live").GetInt32() == 2;
}
