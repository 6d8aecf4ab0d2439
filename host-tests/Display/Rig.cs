using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Display;

/// <summary>A display with virtual batteries on its bus and a recording panel, run in virtual time.</summary>
internal sealed class Rig
{
    private readonly VirtualBus _bus = new(seed: 1);

    public Rig(Action<Settings>? set = null, BusRole start = BusRole.Master)
    {
        var settings = new Settings();
        set?.Invoke(settings);
        _bus.Port.IsConnected = false;
        Display = new PanelDisplay(new Monitor(_bus.Wire.OpenPort(), settings, start), Panel);
    }

    public PanelDisplay Display { get; }

    public Monitor Monitor => Display.Monitor;

    public RecordingPanel Panel { get; } = new();

    public PageTurner Turner => Display.Turner;

    public BatteryList Batteries => Monitor.Bus.Batteries;

    public IReadOnlyList<VirtualBattery> Virtual => _bus.Batteries.All;

    public VirtualWire Wire => _bus.Wire;

    public long NowMs => _bus.Clock.NowMs;

    /// <summary>What the loop has allocated so far, with what the virtual batteries do in it.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>What was shown from when on.</summary>
    public List<(long Ms, PageKind Page, int Index)> Shown { get; } = [];

    /// <summary>The pages shown, in their order, with the number of the battery that they are about.</summary>
    public IEnumerable<string> ShownPages => Shown.Select(shown => $"{shown.Page}{(shown.Index < 0 ? "" : shown.Index + 1)}");

    /// <summary>One with batteries, at the moment when the bank is shown for the first time.</summary>
    public static Rig Running(int batteries, int currentMa = -1000, int blankAfterMinutes = 0, RestPage rest = RestPage.Bank)
    {
        Rig rig = new Rig(settings =>
        {
            settings.Set(SettingId.BlankAfter, blankAfterMinutes);
            settings.Set(SettingId.RestPage, (int)rest);
        }).With(batteries, currentMa: currentMa);
        rig.RunTo(PageKind.Bank);
        return rig;
    }

    /// <summary>Plugs batteries in: B1, B2 and so on.</summary>
    public Rig With(int batteries, int socPermille = 800, int currentMa = -1000)
    {
        for (int i = 0; i < batteries; i++)
        {
            _bus.Add($"CBB1128100{_bus.Batteries.All.Count + 10}", socPermille, currentMa);
        }

        return this;
    }

    /// <summary>Plugs in a battery with any serial.</summary>
    public Rig With(byte[] serial, int socPermille, int currentMa)
    {
        var battery = new VirtualBattery(serial, socPermille, seed: Virtual.Count + 1);
        battery.Model.CurrentMa = currentMa;
        _bus.Batteries.Add(battery);
        return this;
    }

    /// <summary>Lets the loop run until this time, and once at it.</summary>
    public Rig RunUntil(long ms)
    {
        while (true)
        {
            long dueMs = Poll();
            if (NowMs >= ms)
            {
                return this;
            }

            _bus.Clock.NowUs = Math.Min(ms, Math.Max(dueMs, NowMs + 1)) * 1000;
        }
    }

    /// <summary>Until the bank has seen every battery that is plugged in; many of them need several rounds to be found.</summary>
    public Rig RunUntilLive()
    {
        while (Monitor.Bank.LiveCount < Virtual.Count)
        {
            Assert.True(NowMs < 600_000, "Not all batteries are found.");
            RunFor(1000);
        }

        return this;
    }

    /// <summary>Until a page of this kind is shown, which must be within a minute.</summary>
    public void RunTo(PageKind page)
    {
        long latestMs = NowMs + 60_000;
        while (Turner.Page != page)
        {
            Assert.True(NowMs < latestMs, $"{page} did not come.");
            RunFor(1);
        }
    }

    /// <summary>Makes cell 3 of a battery so weak that it is an alarm, and waits until that has been seen.</summary>
    public void EmptyCell(int battery)
    {
        Virtual[battery].Model.SetCellOffset(2, -950);
        RunTo(PageKind.Alarm);
        RunFor(PageTurner.MinSeenMs);
    }

    public Rig RunFor(long ms) => RunUntil(NowMs + ms);

    /// <summary>The button is used, and the loop comes round.</summary>
    public void Press(ButtonEvent press)
    {
        Display.Turner.Press(press, NowMs);
        Poll();
    }

    /// <summary>Short presses until this page is shown.</summary>
    public void PressUntil(PageKind page, int batteryIndex = -1)
    {
        for (int presses = 0; (Turner.Page, Turner.BatteryIndex) != (page, batteryIndex); presses++)
        {
            Assert.True(presses < 50, $"No press turns to {page}.");
            Press(ButtonEvent.Short);
        }
    }

    /// <summary>Runs until the cells of a battery have said for long enough that its state of charge cannot be.</summary>
    public Rig InDoubt(int battery)
    {
        RunUntilLive();
        for (int cell = 0; cell < Telemetry.CellCount; cell++)
        {
            Virtual[battery].Model.SetCellOffset(cell, -200);
        }

        RunFor(1000 * AlarmTable.SocDisagreesSeconds + 5000);
        Assert.True(Monitor.Alarms.IsInDoubt(Batteries[battery]));
        return this;
    }

    /// <summary>The owner gives a battery a name.</summary>
    public void Name(int battery, string name)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(name);
        Assert.True(Monitor.Settings.SetName(Batteries[battery].Serial, 0, bytes, 0, bytes.Length));
    }

    public void SetCurrents(int currentMa)
    {
        foreach (VirtualBattery battery in Virtual)
        {
            battery.Model.CurrentMa = currentMa;
        }
    }

    /// <summary>Runs the loop once, now.</summary>
    public long Poll()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        long dueMs = Display.Poll(NowMs);
        AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - before;
        if (Shown.Count == 0 || (Shown[^1].Page, Shown[^1].Index) != (Turner.Page, Turner.BatteryIndex))
        {
            Shown.Add((NowMs, Turner.Page, Turner.BatteryIndex));
        }

        return dueMs;
    }
}
