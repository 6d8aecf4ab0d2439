using ValenceNano.Desktop;
using ValenceNano.Display;
using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>The product by itself: called to the millisecond whenever it asks for it, and computing takes no time.</summary>
internal sealed class IdealHead : SoakHead
{
    private readonly VirtualClock _clock;
    private readonly MeteredPort _port;
    private readonly int _deviceNumber;
    private MemoryPanel _panel = new();
    private PanelDisplay _display;
    private long _jumpMs;

    public IdealHead(VirtualClock clock, MeteredPort port, int deviceNumber)
    {
        _deviceNumber = deviceNumber;
        _clock = clock;
        _port = port;
        _display = NewDisplay(BusRole.Starting);
    }

    public override PanelDisplay Display => _display;

    public override long ProductMs => _clock.NowMs + _jumpMs;

    public override long CalledMs => ProductMs;

    public override long PanelChanges => _panel.Changes;

    public override int Reboots => 0;

    public override byte[] Seen() => _panel.Seen();

    public override void Restart(BusRole start)
    {
        _panel = new MemoryPanel();
        _display = NewDisplay(start);
    }

    public override void JumpClock(long ms) => _jumpMs += ms;

    public override void Run(Func<bool> turn, Func<long> wakeMs)
    {
        bool goesOn = true;
        while (goesOn)
        {
            long dueMs = Poll() - _jumpMs;
            goesOn = turn();
            _clock.NowUs = Math.Max(_clock.NowMs + 1, Math.Min(dueMs, wakeMs())) * 1000;
        }
    }

    private long Poll()
    {
        BeginCount(_port.Allocated);
        long dueMs = _display.Poll(ProductMs);
        EndCount(_port.Allocated);
        return dueMs;
    }

    private PanelDisplay NewDisplay(BusRole start)
    {
        var settings = new Settings();
        settings.Set(SettingId.RestPage, (int)RestPage.Round);
        return new PanelDisplay(new Monitor(_port, settings, start, deviceNumber: _deviceNumber), _panel);
    }
}
