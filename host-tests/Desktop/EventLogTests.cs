using ValenceNano.Desktop;
using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Desktop;

public sealed class EventLogTests
{
    private readonly VirtualClock _clock = new();
    private readonly VirtualBatteries _batteries;
    private readonly Monitor _monitor;
    private readonly EventLog _log;
    private readonly List<string> _lines = [];

    public EventLogTests()
    {
        var wire = new VirtualWire(_clock, seed: 1);
        _batteries = new VirtualBatteries(wire);
        _monitor = new Monitor(wire.OpenPort(), new Settings(), BusRole.Starting);
        _log = new EventLog("PORT", _lines.Add);
        Add("CBB112810318");
        Add("CBB112810069");
    }

    [Fact]
    public void Log_tells_the_role_and_who_is_found_and_then_nothing()
    {
        RunUntil(600_000);

        Assert.Equal(
            [
                "PORT: listening whether another display is there",
                "PORT: master of the bus",
                "PORT: battery 1 (CBB112810069) found",
                "PORT: battery 2 (CBB112810318) found",
            ],
            _lines);
    }

    [Fact]
    public void Log_tells_of_a_battery_that_is_lost_and_comes_back()
    {
        RunUntil(60_000);
        _lines.Clear();
        _batteries.All[0].IsPlugged = false;
        RunUntil(120_000);
        _batteries.All[0].IsPlugged = true;
        RunUntil(180_000);

        Assert.Equal(
            ["PORT: battery 2 (CBB112810318) lost: it no longer answers", "PORT: battery 2 (CBB112810318) answers again"], _lines);
    }

    [Fact]
    public void Log_tells_of_an_alarm_and_of_its_end()
    {
        RunUntil(60_000);
        _lines.Clear();
        _batteries.All[0].Model.AmbientC = 90;
        RunUntil(120_000);
        _batteries.All[0].Model.AmbientC = 20;
        RunUntil(6 * 3600_000);

        string[] raised = [.. _lines.Where(line => line.StartsWith("PORT: alarm: B2 cell", StringComparison.Ordinal))];
        Assert.Single(raised);
        Assert.Contains(raised[0].Replace("alarm:", "over:", StringComparison.Ordinal), _lines);
        Assert.Equal(_lines.Count(line => !line.Contains("over:", StringComparison.Ordinal)), _lines.Count(line => line.Contains("over:", StringComparison.Ordinal)));
    }

    private void Add(string serial)
    {
        var battery = new VirtualBattery(System.Text.Encoding.Latin1.GetBytes(serial), 600, seed: _batteries.All.Count);
        battery.Model.CurrentMa = 1000;
        _batteries.Add(battery);
    }

    private void RunUntil(long ms)
    {
        while (_clock.NowMs < ms)
        {
            long dueMs = _monitor.Poll(_clock.NowMs);
            _log.Look(_monitor);
            _clock.NowUs = Math.Clamp(dueMs, _clock.NowMs + 1, _clock.NowMs + 20) * 1000;
        }
    }
}
