using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>All pages of the display.</summary>
public sealed class PageBook(Monitor monitor)
{
    private readonly GraphPage _graph = new();
    private readonly BatteryTitle _title = new(monitor);

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
            canvas.Box(Layout.BeatColumn, Layout.BeatRow, 1, 1);
        }

        switch (page)
        {
            case PageKind.Bank:
                BankPage.Draw(canvas, monitor);
                break;
            case PageKind.Searching:
                SearchingPage.Draw(canvas, monitor.Bus);
                break;
            case PageKind.Asleep:
                AsleepPage.Draw(canvas, monitor.Bus.Batteries, monitor.WakeLoad, nowMs);
                break;
            case PageKind.Alarm:
                AlarmPage.Draw(canvas, monitor.Alarms, _title, nowMs);
                break;
            case PageKind.Energy:
                EnergyPage.Draw(canvas, monitor, nowMs);
                break;
            case PageKind.Graph:
                _graph.Draw(canvas, monitor.Logbook.Graph);
                break;
            case PageKind.Health:
                HealthPage.Draw(canvas, monitor, monitor.Bus.Batteries[batteryIndex], _title);
                break;
            case PageKind.Battery:
                BatteryPage.Draw(canvas, monitor.Bus.Batteries[batteryIndex], monitor.Alarms, _title, nowMs);
                break;
            case PageKind.Cells:
                CellsPage.Draw(canvas, monitor.Bus.Batteries[batteryIndex], _title, nowMs);
                break;
            default:
                BusPage.Draw(canvas, monitor.Bus, nowMs);
                break;
        }
    }
}
