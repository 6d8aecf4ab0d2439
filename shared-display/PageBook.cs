using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>All pages of the display.</summary>
public sealed class PageBook
{
    private static readonly byte[] _beat = [0x40];

    private readonly BatteryList _batteries;
    private readonly BankPage _bank;
    private readonly SearchingPage _searching;
    private readonly AsleepPage _asleep;
    private readonly AlarmPage _alarm;
    private readonly BatteryPage _battery = new();
    private readonly CellsPage _cells = new();
    private readonly BusPage _bus;

    /// <summary>Makes the pages.</summary>
    public PageBook(BusMonitor bus, Bank bank, AlarmList alarms)
    {
        _batteries = bus.Batteries;
        _bank = new BankPage(bank, alarms);
        _searching = new SearchingPage(bus);
        _asleep = new AsleepPage(bus.Batteries);
        _alarm = new AlarmPage(alarms);
        _bus = new BusPage(bus);
    }

    /// <summary>When the batteries will be woken next, ms; <see cref="Instrument.NoLook"/>: nobody will.</summary>
    internal long NextLookMs = Instrument.NoLook;

    /// <summary>Draws a page from scratch.</summary>
    /// <param name="canvas">On what.</param>
    /// <param name="page">Which.</param>
    /// <param name="batteryIndex">For a page about one battery: its place in the list, 0..</param>
    /// <param name="beat">Whether the pixel that beats is lit.</param>
    /// <param name="nowMs">For the ages of what is shown, ms.</param>
    public void Draw(Canvas canvas, PageKind page, int batteryIndex, bool beat, long nowMs)
    {
        canvas.Clear();
        if (beat)
        {
            canvas.Strip(_beat, 0, 1, Layout.BeatColumn, PageBuffer.Pages - 1);
        }

        switch (page)
        {
            case PageKind.Bank:
                _bank.Draw(canvas);
                break;
            case PageKind.Searching:
                _searching.Draw(canvas);
                break;
            case PageKind.Asleep:
                _asleep.Draw(canvas, NextLookMs, nowMs);
                break;
            case PageKind.Alarm:
                _alarm.Draw(canvas);
                break;
            case PageKind.Battery:
                _battery.Draw(canvas, _batteries[batteryIndex], batteryIndex + 1, nowMs);
                break;
            case PageKind.Cells:
                _cells.Draw(canvas, _batteries[batteryIndex], batteryIndex + 1, nowMs);
                break;
            default:
                _bus.Draw(canvas, nowMs);
                break;
        }
    }
}
