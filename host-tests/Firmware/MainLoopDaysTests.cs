using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Firmware;

/// <summary>The main loop over days, with six batteries that sleep and wake, and cables that are pulled at times.</summary>
public sealed class MainLoopDaysTests
{
    // Seven pass too, and take as many times longer.
    private const int Days = 7;
    private const int Minute = 60;
    private const int Hour = 60 * Minute;

    // By then everything has happened once.
    private const int SteadyHour = 6;

    private readonly LoopBench _bench = new(batteries: 6);
    private readonly Dictionary<int, long> _allocated = [];
    private long _hourBegan;

    public MainLoopDaysTests()
    {
        // Without the faults between the two, which make an array of every message.
        _bench.Rig.Device.Com2.ConnectBus(_bench.Rig.Cable);
        _bench.ChecksPictures = false;
    }

    [Fact]
    public void Days_of_sleep_and_pulled_cables_bring_no_restart_and_allocate_nothing()
    {
        for (int hour = 0; hour < 24 * Days; hour++)
        {
            Plan(hour);
        }

        _bench.RunUntil(24 * Days * Hour);

        Assert.Equal(0, _bench.Rig.Device.Reboots);

        // The runtime's own count is off by a few kB now and then; what the loop allocates would show in every hour.
        int[] steady = [.. _allocated.Keys.Where(hour => hour >= SteadyHour)];
        Assert.InRange(steady.Count(hour => _allocated[hour] != 0), 0, steady.Length / 10);
        Assert.InRange(_bench.PicturesChecked, 24 * Days * 60, 24 * Days * 200);
    }

    private void Plan(int hour)
    {
        bool isAsleep = hour % 6 == 3;
        int start = hour * Hour;
        _bench.At(start, () => SetCurrents(isAsleep ? 0 : hour % 2 == 0 ? -3000 : 2000));
        PlanFault(hour % 6, start);

        // The panel's library makes an object when a panel comes back, as at power-up.
        _bench.At(start + (31 * Minute), () => _hourBegan = _bench.LoopBytes);
        PlanCheck(start + (50 * Minute), isAsleep ? 0 : 6);
        _bench.At(start + Hour - 1, () => _allocated[hour] = _bench.LoopBytes - _hourBegan);
    }

    private void PlanFault(int kind, int start)
    {
        switch (kind)
        {
            case 0:
                PlanPanel(start + (20 * Minute), start + (25 * Minute));
                break;
            case 1:
                PlanPanel(start + (20 * Minute) + 0.2, start + (20 * Minute) + 0.5);
                break;
            case 2:
                PlanCable(start + (20 * Minute), start + (40 * Minute));
                break;
            case 4:
                PlanPlug(start + (33 * Minute), start + (45 * Minute));
                break;
            default:
                break;
        }
    }

    private void PlanPanel(double fromS, double toS) =>
        _bench.At(fromS, () => _bench.Rig.Panel.IsPresent = false).At(toS, () => _bench.Rig.Panel.IsPresent = true);

    private void PlanCable(double fromS, double toS) =>
        _bench.At(fromS, () => _bench.Rig.Cable.IsConnected = false).At(toS, () => _bench.Rig.Cable.IsConnected = true);

    private void PlanPlug(double fromS, double toS)
    {
        VirtualBattery battery = _bench.Rig.Batteries.All[2];
        _bench.At(fromS, () => battery.IsPlugged = false).At(toS, () =>
        {
            battery.Restart();
            battery.IsPlugged = true;
        });
    }

    private void PlanCheck(double atS, int live) =>
        _bench
            .At(atS, () => Assert.Equal(live, _bench.LiveCount))
            .At(atS, () => _bench.ChecksPictures = true)
            .At(atS + Minute, () => _bench.ChecksPictures = false);

    // Never empty and never full: what goes out goes in again.
    private void SetCurrents(int currentMa)
    {
        foreach (VirtualBattery battery in _bench.Rig.Batteries.All)
        {
            battery.Model.SocPermille = 500;
            battery.Model.CurrentMa = currentMa;
        }
    }
}
