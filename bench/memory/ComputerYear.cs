using ValenceNano.Desktop;
using ValenceNano.Display;
using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>
/// What <c>monitor --json --trace --store</c> is made of, in virtual time, for as long as a service runs: bus, logbook, panel, messages and
/// status as JSON lines, the event log. Batteries come and go, and get too hot, every few hours.
/// </summary>
internal sealed class ComputerYear : IDisposable
{
    private const int BatteryCount = 3;
    private const long EventMs = 6 * SoakClock.Hour;
    private const long EventEndMs = 10 * SoakClock.Minute;

    private readonly VirtualClock _clock = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly VirtualBatteries _batteries;
    private readonly Scene _scene;
    private readonly PanelDisplay _display;
    private readonly JsonView _view;
    private readonly EventLog _events;

    public ComputerYear()
    {
        var wire = new VirtualWire(_clock, seed: 1);
        _batteries = new VirtualBatteries(wire);
        _scene = new Scene(_batteries, BatteryCount, seed: 1);
        var output = new OutputBuffer(Stream.Null);
        var lines = new JsonLines(output, () => DateTimeOffset.UnixEpoch.AddMilliseconds(_clock.NowMs));
        var tap = new MessageTap(wire.OpenPort(), new MessageJson(lines), () => _clock.NowMs);
        FolderStore store = FolderStore.Open(_folder.FullName, _ => { })!;
        _display = new PanelDisplay(new Monitor(tap, new Settings(), BusRole.Master, store: store), new MemoryPanel());
        _view = new JsonView(output, new StatusJson(lines));
        _events = new EventLog("PORT", _ => Lines++);
    }

    /// <summary>Lines of the event log so far.</summary>
    public int Lines { get; private set; }

    /// <summary>Runs until some virtual time.</summary>
    public void RunUntil(long endMs)
    {
        while (_clock.NowMs < endMs)
        {
            long nowMs = _clock.NowMs;
            MakeEvents(nowMs);
            _display.Monitor.Logbook.Wall.Set(nowMs, 0, nowMs);
            long dueMs = _display.Poll(nowMs);
            _events.Look(_display.Monitor);
            _view.Show(_display, nowMs);
            _clock.NowUs = Math.Max(dueMs, nowMs + 1) * 1000;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void MakeEvents(long nowMs)
    {
        _scene.MoveTo(nowMs);
        bool isTrouble = nowMs % EventMs < EventEndMs;
        int number = (int)(nowMs / EventMs % BatteryCount);
        _batteries.All[number].IsPlugged = !isTrouble;
        _batteries.All[(number + 1) % BatteryCount].Model.AmbientC = isTrouble ? 90 : 20;
    }
}
