using ValenceNano.Display;
using ValenceNano.Firmware;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Firmware;

/// <summary>The main loop with a wake load across the first of three batteries, all of which are asleep.</summary>
public sealed class MainLoopWakeTests
{
    private const int Pin = 33;
    private const double LoadOhm = 100;
    private const double VoltageV = 13.3;
    private const int LoadMa = 133;

    private readonly LoopBench _bench = new(batteries: 3);
    private readonly List<(long FromMs, long ToMs)> _on = [];
    private long _onSinceMs = -1;

    public MainLoopWakeTests()
    {
        _bench.Rig.WakeLoadPin = Pin;
        _bench.EachTurn = Connect;
        SetCurrents(0);
    }

    [Fact]
    public void Sleeping_battery_is_woken_read_and_left_alone_for_15_min()
    {
        _bench
            .At(60, () => Assert.Single(_on))
            .At(60, () => Assert.True(_bench.Bus.Batteries[0].HasValues))
            .At(60, () => Assert.InRange(_bench.Bus.Batteries[0].ValuesMs, _on[0].FromMs, _on[0].FromMs + 40_000))
            .At(60, () => Assert.Contains(_bench.Pages, page => page.Page == PageKind.Asleep))
            .RunUntil(3600);

        // From the last answer to the next look; a battery goes on answering for some time.
        Assert.InRange(_on.Count, 3, 4);
        for (int i = 1; i < _on.Count; i++)
        {
            Assert.InRange(_on[i].FromMs - _on[i - 1].ToMs, 15 * 60_000, 16 * 60_000);
        }
    }

    [Fact]
    public void Look_takes_10_s_at_most_and_a_day_of_them_less_than_half_a_watt_hour()
    {
        _bench.ChecksPictures = false;
        _bench.RunUntil(2 * 3600);

        Assert.All(_on, look => Assert.InRange(look.ToMs - look.FromMs, 1, WakeLoad.MaxOnMs));
        Assert.InRange(WattHoursADay(), 0.01, 0.48);
    }

    [Fact]
    public void Load_that_stays_as_it_is_takes_nothing_from_the_devices_heap()
    {
        const int LookAtTheButton = 48;
        long before = 0;
        _bench.Rig.Panel.IsPresent = false;
        _bench.Rig.Cable.IsConnected = false;
        _bench
            .At(121, () => before = _bench.Rig.Device.Processor.LibraryBytes)
            .At(129, () => Assert.InRange(_bench.Rig.Device.Processor.LibraryBytes - before, 0, 9 * LookAtTheButton))
            .RunUntil(130);
    }

    [Fact]
    public void Bus_that_cannot_be_woken_costs_less_than_half_a_watt_hour_a_day_too()
    {
        _bench.Rig.Cable.IsConnected = false;
        _bench.ChecksPictures = false;
        _bench.RunUntil(2 * 3600);

        Assert.Equal(8, _on.Count);
        Assert.InRange(WattHoursADay(), 0.46, 0.48);
    }

    [Fact]
    public void Load_is_never_on_while_a_battery_answers()
    {
        SetCurrents(-2000);
        _bench.RunUntil(3600);

        Assert.Empty(_on);
        Assert.True(_bench.Rig.Device.Pins.IsOutput(Pin));
    }

    [Fact]
    public void Fault_switches_the_load_off_before_it_is_told()
    {
        var fault = new InvalidOperationException("a fault during a look");
        _bench.Rig.Cable.IsConnected = false;
        _bench.ChecksPictures = false;
        _bench
            .At(16, () => Assert.True(_bench.Rig.Device.Pins.IsHigh(Pin)))
            .At(16, () => _bench.Rig.Device.Com2.ConnectBus(new ThrowingPort(fault)))
            .At(17, () => Assert.Equal(LoopBench.FaultPicture(fault), _bench.Seen))
            .At(17, () => Assert.False(_bench.Rig.Device.Pins.IsHigh(Pin)))
            .RunUntil(26);
    }

    // What the pin switches: the resistor across the first battery. The others rest.
    private void Connect()
    {
        bool isOn = _bench.Rig.Device.Pins.IsHigh(Pin);
        if (isOn == _onSinceMs >= 0)
        {
            return;
        }

        if (isOn)
        {
            Assert.Equal(0, _bench.LiveCount);
            _onSinceMs = _bench.Rig.NowMs;
        }
        else
        {
            _on.Add((_onSinceMs, _bench.Rig.NowMs));
            _onSinceMs = -1;
        }

        _bench.Rig.Batteries.All[0].Model.CurrentMa = isOn ? -LoadMa : 0;
    }

    private double WattHoursADay() =>
        _on.Sum(look => look.ToMs - look.FromMs) / 3.6e6 * VoltageV * VoltageV / LoadOhm * 24 * 3.6e6 / _bench.Rig.NowMs;

    private void SetCurrents(int currentMa)
    {
        foreach (var battery in _bench.Rig.Batteries.All)
        {
            battery.Model.CurrentMa = currentMa;
        }
    }
}
