using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>The whole product with a wake load across a battery that sleeps, and has a bus id that nobody knows of.</summary>
public sealed class WakeOnTheWireTests
{
    private const int LoadMa = -133;
    private const long Hour = 3_600_000;

    private readonly VirtualClock _clock = new();
    private int _looks;
    private int _read;

    [Theory]
    [InlineData(1, 3000)]
    [InlineData(2, 3000)]
    [InlineData(3, 60_000)]
    public void Battery_that_slept_when_the_product_started_is_read_at_every_look(int seed, int pollIntervalMs)
    {
        var wire = new VirtualWire(_clock, seed);
        var battery = new VirtualBattery("CBB112810000"u8, 800, seed) { BusId = 2 };
        new VirtualBatteries(wire).Add(battery);
        var settings = new Settings();
        settings.Set(SettingId.PollInterval, pollIntervalMs);
        var product = new Monitor(wire.OpenPort(), settings, BusRole.Starting, hasWakeLoad: true);

        Run(product, battery, 4 * Hour);

        Assert.InRange(_looks, 13, 16);
        Assert.Equal(_looks, _read);
    }

    [Fact]
    public void Bus_that_cannot_be_woken_hears_at_most_four_power_up_messages_more_at_a_look()
    {
        int resets = ResetsOfAnHour(hasWakeLoad: false);
        Assert.InRange(ResetsOfAnHour(hasWakeLoad: true) - resets, 1, 4 * 4);
    }

    private void Run(Monitor product, VirtualBattery battery, long forMs)
    {
        bool wasOn = false;
        int updates = 0;
        while (_clock.NowMs < forMs)
        {
            long dueMs = product.Poll(_clock.NowMs);
            bool isOn = product.WakeLoad!.IsOn;
            _looks += isOn && !wasOn ? 1 : 0;
            if (wasOn && !isOn)
            {
                _read += product.Bus.Batteries.Count > 0 && product.Bus.Batteries[0].Updates != updates ? 1 : 0;
            }
            else if (isOn && !wasOn)
            {
                updates = product.Bus.Batteries.Count > 0 ? product.Bus.Batteries[0].Updates : 0;
            }

            wasOn = isOn;
            battery.Model.CurrentMa = isOn ? LoadMa : 0;
            battery.IsPlugged = isOn;
            _clock.NowUs = Math.Max(_clock.NowMs + 1, Math.Min(dueMs, _clock.NowMs + 20)) * 1000;
        }
    }

    private static int ResetsOfAnHour(bool hasWakeLoad)
    {
        var clock = new VirtualClock();
        var wire = new VirtualWire(clock, seed: 1);
        int resets = 0;
        new VirtualBatteries(wire).Heard += (kind, _, _) => resets += kind == MessageKind.Reset ? 1 : 0;
        var product = new Monitor(wire.OpenPort(), new Settings(), BusRole.Master, hasWakeLoad);
        while (clock.NowMs < Hour)
        {
            clock.NowUs = Math.Max(clock.NowMs + 1, product.Poll(clock.NowMs)) * 1000;
        }

        // Each is sent twice.
        return resets / 2;
    }
}
