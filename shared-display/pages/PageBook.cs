using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>All pages of the display.</summary>
public sealed class PageBook(Monitor monitor)
{
    private readonly GraphPage _graph = new();
    private readonly BatteryTitle _title = new(monitor);

    // Without a network there is nothing to scan, and its tables are not made.
    private readonly NetworkCode _code =
        monitor.Network == null || monitor.Network.State == NetworkState.Off ? null : new NetworkCode(monitor.Network);

    /// <summary>What the button asks for if it is let go now, for <see cref="PageKind.Held"/>.</summary>
    public ButtonEvent Held { get; set; }

    /// <summary>Does a little of what pages need that takes long to make.</summary>
    /// <param name="scratch">A line that nobody uses just now.</param>
    /// <returns>True: what is shown may be another now.</returns>
    public bool Step(TextLine scratch) => _code != null && _code.Step(scratch);

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
            case PageKind.Network:
                NetworkPage.Draw(canvas, monitor.Network, _code);
                break;
            case PageKind.SetUpCode:
                SetUpPage.DrawCode(canvas, monitor.Network, _code);
                break;
            case PageKind.SetUpText:
                SetUpPage.DrawText(canvas, monitor.Network);
                break;
            case PageKind.Held:
                HeldPage.Draw(canvas, Held, monitor.Network);
                break;
            default:
                BusPage.Draw(canvas, monitor.Bus, nowMs);
                break;
        }
    }
}
