using System.Text;
using ValenceNano.Model;
using ValenceNano.Desktop;
using ValenceNano.Display;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Firmware;

/// <summary>
/// A story for the firmware's own main loop: what happens when, and what is then to be seen. Times are seconds since
/// power-up. Whatever is sent to the panel is held against the page drawn from scratch.
/// </summary>
internal sealed class LoopBench
{
    private readonly PriorityQueue<Action, (long Ms, int Order)> _story = new();
    private readonly PageBuffer _buffer = new();
    private MemoryPanel _expected = new();
    private PanelDisplay? _display;
    private PageBook? _pages;
    private long _transfers;
    private long _stepMs;
    private long _leftBytes;
    private long _endMs;

    public LoopBench(int batteries, OledChip chip = OledChip.Ssd1306)
    {
        Rig = new FirmwareRig(seed: 1, chip);
        Rig.Settings.Set(SettingId.RestPage, (int)RestPage.Round);
        for (int i = 1; i <= batteries; i++)
        {
            var battery = new VirtualBattery(Encoding.ASCII.GetBytes($"CBB1128100{i:00}"), 900 - (50 * i), seed: i);
            battery.Model.CurrentMa = -1000 * i;
            Rig.Batteries.Add(battery);
        }
    }

    public FirmwareRig Rig { get; }

    public BusMonitor Bus => Rig.Monitor.Bus;

    public int LiveCount => Rig.Monitor.Bank.LiveCount;

    public PageTurner Turner => Rig.Display.Turner;

    /// <summary>Each page that was turned to, and when, ms.</summary>
    public List<(long Ms, PageKind Page, int Battery)> Pages { get; } = [];

    /// <summary>False: nobody can expect the panel to show the page now.</summary>
    public bool ChecksPictures { get; set; } = true;

    /// <summary>How often the panel was held against the page that it should show.</summary>
    public int PicturesChecked { get; private set; }

    /// <summary>What the loop has allocated so far, bytes, with the virtual world behind it; not what is done while it waits.</summary>
    public long LoopBytes { get; private set; }

    /// <summary>Done whenever the firmware waits.</summary>
    public Action? EachTurn { get; set; }

    /// <summary>What is to be seen on the panel, in its own layout.</summary>
    public byte[] Seen => PanelBytes.Of(Rig.Panel);

    public LoopBench At(double seconds, Action action)
    {
        _story.Enqueue(action, ((long)(seconds * 1000), _story.Count));
        return this;
    }

    /// <summary>The button is held down for so long, ms.</summary>
    public LoopBench PressAt(double seconds, int forMs = 100) =>
        At(seconds, () => Rig.HoldButton(true)).At(seconds + (forMs / 1000.0), () => Rig.HoldButton(false));

    /// <summary>Powers the device up, and runs it until then.</summary>
    public LoopBench RunUntil(double seconds)
    {
        _endMs = (long)(seconds * 1000);
        Rig.Run(Turn);
        Assert.Equal(0, _story.Count);
        Assert.Equal(0, Rig.Panel.BadBytes);
        return this;
    }

    /// <summary>Fails unless the panel shows the page of now, as it was when the loop last came round.</summary>
    public void CheckPicture()
    {
        DrawExpected();
        Assert.Equal(_expected.Seen(), Seen);
        PicturesChecked++;
    }

    /// <summary>What is to be seen of an exception.</summary>
    public static byte[] FaultPicture(Exception e)
    {
        var panel = new MemoryPanel();
        FaultScreen.Show(panel, e.GetType().Name, e.Message);
        return panel.Seen();
    }

    private bool Turn()
    {
        LoopBytes += GC.GetAllocatedBytesForCurrentThread() - _leftBytes;
        if (Rig.Display != null)
        {
            Look();
        }

        EachTurn?.Invoke();
        while (_story.TryPeek(out Action? action, out (long Ms, int Order) when) && when.Ms <= Rig.NowMs)
        {
            _story.Dequeue();
            action();
        }

        _stepMs = Rig.NowMs;
        _leftBytes = GC.GetAllocatedBytesForCurrentThread();
        return _stepMs < _endMs;
    }

    private void Look()
    {
        (PageKind Page, int Battery) page = (Turner.Page, Turner.BatteryIndex);
        if (Pages.Count == 0 || (Pages[^1].Page, Pages[^1].Battery) != page)
        {
            Pages.Add((_stepMs, page.Page, page.Battery));
        }

        if (ChecksPictures && Rig.Panel.IsPresent && Rig.Panel.Transfers != _transfers)
        {
            CheckPicture();
        }

        _transfers = Rig.Panel.Transfers;
    }

    private void DrawExpected()
    {
        if (_display != Rig.Display)
        {
            _display = Rig.Display;
            _pages = new PageBook(Rig.Monitor);
            _expected = new MemoryPanel();
        }

        var canvas = new Canvas(_buffer) { Origin = Turner.Origin };
        _pages!.Held = Rig.Display.Pages.Held;
        _pages.Draw(canvas, Turner.Page, Turner.BatteryIndex, Turner.Beat, _stepMs);
        _buffer.ForgetPanel();
        _buffer.Flush(_expected);
        _expected.Configure(!Turner.IsBlank, PanelDisplay.BrightContrast, Turner.StartLine);
    }
}
