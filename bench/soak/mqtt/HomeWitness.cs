using System.Text.Json;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>Knows what every virtual battery has said and when, and holds what Home Assistant shows against it.</summary>
internal sealed class HomeWitness
{
    // What is shown expires after a minute, and may have been 10 s old when it was published.
    private const long MaxAgeMs = 75 * SoakClock.Second;

    // A lost battery is told within 15 s, where the broker can be reached; our will within 30 s, and what is tried again a little later.
    private const long MaxGoneMs = 60 * SoakClock.Second;

    private const long RecoveryMs = 60 * SoakClock.Second;
    private const long FreshMs = 30 * SoakClock.Second;
    private const int MaxFailures = 20;

    private readonly VirtualHome _home;
    private readonly VirtualBatteries _batteries;
    private readonly Dictionary<VirtualBattery, Queue<(long Ms, int CurrentMa, int VoltageMv)>> _said = [];
    private readonly Dictionary<VirtualBattery, long> _goneMs = [];
    private readonly List<string> _failures = [];
    private readonly Telemetry _telemetry = new();
    private readonly byte[] _reply = new byte[MessageFormat.DataLength];
    private long _quietMs = -1;
    private string _after = "start";
    private double _energyKwh;

    public HomeWitness(VirtualHome home, VirtualBatteries batteries)
    {
        _home = home;
        _batteries = batteries;
        batteries.Answered += Remember;
    }

    public IReadOnlyList<string> Failures => _failures;

    public long Checks { get; private set; }

    /// <summary>A fault has ended: a minute later all must be right.</summary>
    public void BeginQuiet(long nowMs, string after)
    {
        _quietMs = nowMs;
        _after = after;
    }

    /// <summary>The next fault begins.</summary>
    public void EndQuiet() => _quietMs = -1;

    /// <summary>A battery that carries current is pulled out, or is there again.</summary>
    public void Expect(VirtualBattery battery, long nowMs, bool isGone)
    {
        _goneMs.Remove(battery);
        if (isGone)
        {
            _goneMs.Add(battery, nowMs);
        }
    }

    /// <summary>Looks at all that is shown.</summary>
    public void Check(long nowMs, bool isBrokerUp)
    {
        if (!isBrokerUp)
        {
            // Home Assistant shows nothing of MQTT then.
            return;
        }

        bool mustBeRight = _quietMs >= 0 && nowMs - _quietMs >= RecoveryMs;
        foreach (VirtualBattery battery in _batteries.All)
        {
            CheckBattery(battery, nowMs, mustBeRight);
        }

        if (mustBeRight)
        {
            Require(_home.IsAvailable(MqttSoak.Display), nowMs, "the display is not available");
            CheckEnergy(nowMs);
        }
    }

    private void CheckBattery(VirtualBattery battery, long nowMs, bool mustBeRight)
    {
        string id = VirtualHome.IdOf(battery);
        bool isAvailable = _home.IsAvailable(id);
        string? state = _home.Value(id, "state", out _)?.GetString();
        JsonElement? current = _home.Value(id, "current", out long currentMs);
        Checks++;
        if (_goneMs.TryGetValue(battery, out long goneMs) && nowMs - goneMs > MaxGoneMs)
        {
            Require(!isAvailable, nowMs, "a battery is available that is not there");
        }

        if (current is { } shown)
        {
            Require(state == "live", nowMs, $"a current is shown of a battery that is {state}");
            Require(WasSaid(battery, shown, nowMs), nowMs, $"a current of {shown} A is shown that the battery did not say lately, of {nowMs - currentMs} ms ago");
        }

        if (!mustBeRight || !battery.IsPlugged)
        {
            return;
        }

        Require(isAvailable, nowMs, "a battery is not available that is there");
        Require(_home.Value(id, "soc", out _) != null, nowMs, "a battery has no state of charge");
        if (battery.IsAwake(nowMs * 1000))
        {
            Require(current != null && nowMs - currentMs < FreshMs, nowMs, "a battery that is awake has no current of now");
        }
    }

    private void CheckEnergy(long nowMs)
    {
        double energyKwh = _home.Value(MqttSoak.Display, "energy_out", out _)?.GetDouble() ?? _energyKwh;
        Require(energyKwh >= _energyKwh - 0.001, nowMs, $"energy went back from {_energyKwh} to {energyKwh} kWh");
        _energyKwh = energyKwh;
    }

    private bool WasSaid(VirtualBattery battery, JsonElement currentA, long nowMs)
    {
        int currentMa = (int)Math.Round(currentA.GetDouble() * 1000);
        return _said[battery].Any(said => said.CurrentMa == currentMa && nowMs - said.Ms <= MaxAgeMs);
    }

    private void Require(bool isRight, long nowMs, string otherwise)
    {
        if (!isRight && _failures.Count < MaxFailures)
        {
            _failures.Add($"{nowMs} ms, {nowMs - _quietMs} ms after {_after}: {otherwise}");
        }
    }

    private void Remember(VirtualBattery battery, MessageKind kind, ReadOnlySpan<byte> answer, long us)
    {
        if (kind != MessageKind.Read)
        {
            return;
        }

        if (!_said.TryGetValue(battery, out Queue<(long Ms, int CurrentMa, int VoltageMv)>? all))
        {
            _said.Add(battery, all = []);
        }

        answer.CopyTo(_reply);
        _telemetry.Decode(_reply);
        all.Enqueue((us / 1000, _telemetry.CurrentMa, _telemetry.VoltageMv));
        while (all.Peek().Ms < (us / 1000) - (2 * MaxAgeMs))
        {
            all.Dequeue();
        }
    }
}
