using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>All pages of the display.</summary>
public sealed class PageBook(BusMonitor bus, Bank bank, AlarmList alarms)
{
    /// <summary>Draws a page from scratch.</summary>
    public void Draw(Canvas canvas, PageKind page, int batteryIndex, bool beat, long nowMs)
    {
        canvas.Clear();
    }
}
