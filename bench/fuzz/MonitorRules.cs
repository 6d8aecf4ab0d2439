using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>What holds behind every poll, whatever came in.</summary>
internal sealed class MonitorRules(PanelDisplay display, FuzzPort port, BusRole start)
{
    // Three polls of a master that polls as seldom as one can be known to, and a little.
    private const int MaxLiveMs = (3 * 65_000) + 500;

    // The master looks at ages when something is due, and while it looks for batteries that is every 60 ms at least.
    private const int MasterLateMs = 60;

    private const int MaxBusId = MessageFormat.MaxBusId;

    private readonly int _masterLiveMs = (3 * Math.Max(display.Monitor.Settings.Get(SettingId.PollInterval), 3000)) + 500;

    public void Check(long nowMs, long dueMs)
    {
        BusRole role = display.Monitor.Bus.Role;
        Require.That(dueMs > nowMs, $"due at {dueMs}, now {nowMs}");
        Require.That(dueMs - nowMs <= BusMaster.MaxPollIntervalMs, $"due only in {dueMs - nowMs} ms");
        Require.That(role != BusRole.Master || start != BusRole.Listener, $"a listener has become {role}");
        CheckSent(role);
        CheckBatteries(display.Monitor.Bus.Batteries, role, nowMs);
    }

    private void CheckSent(BusRole role)
    {
        if (port.SentLength == 0)
        {
            return;
        }

        Require.That(role == BusRole.Master, $"sent as {role}");
        byte[] sent = port.Sent[..port.SentLength];
        foreach (Piece piece in ReferenceSplitter.All(sent))
        {
            bool isAllowed = piece.Kind switch
            {
                MessageKind.Reset or MessageKind.Round or MessageKind.Read => true,
                MessageKind.SlotPoll => sent[piece.Start + 3] < MessageFormat.SlotCount,
                MessageKind.Assign => sent[piece.Start + 15] is >= 1 and <= MaxBusId,
                _ => false,
            };
            Require.That(isAllowed, $"sent {Convert.ToHexString(sent)}");
        }
    }

    private void CheckBatteries(BatteryList batteries, BusRole role, long nowMs)
    {
        Require.That(batteries.Count <= BatteryList.Capacity, $"{batteries.Count} batteries");
        int limitMs = (role == BusRole.Master ? _masterLiveMs : MaxLiveMs) + MasterLateMs;
        for (int i = 0; i < batteries.Count; i++)
        {
            Battery battery = batteries[i];
            Require.That(battery.BusId is >= 0 and <= MaxBusId, $"bus id {battery.BusId}");
            Require.That(battery.BusId == 0 || batteries.FindBusId(battery.BusId) == battery, $"two have bus id {battery.BusId}");
            Require.That(i == 0 || IsInOrder(batteries[i - 1], battery), $"battery {i + 1} is out of order");
            Require.That(role != BusRole.Master || battery.HasSerial, $"battery {i + 1} of a master has no serial");
            if (battery.State == BatteryState.Live)
            {
                Require.That(battery.HasValues, $"battery {i + 1} is live without values");
                Require.That(nowMs < battery.LiveUntilMs + MasterLateMs, $"live, {nowMs - battery.LiveUntilMs} ms too late");
                Require.That(battery.AgeMs(nowMs) >= 0 && battery.AgeMs(nowMs) < limitMs, $"live, {battery.AgeMs(nowMs)} ms old");
            }

            if (battery.HasValues)
            {
                TelemetryRules.Check(battery.Values);
            }
        }
    }

    // By serial; behind those, the ones without a serial by bus id.
    private static bool IsInOrder(Battery before, Battery battery) =>
        battery.HasSerial
            ? before.HasSerial && before.Serial.AsSpan().SequenceCompareTo(battery.Serial) < 0
            : before.HasSerial || before.BusId < battery.BusId;
}
