using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>
/// How a battery is, on the pages that are about one: "live" at the right of the title, or else an icon there and, larger than the
/// values, for how long it has been silent, or that it answers with no data. Nothing stale looks live.
/// </summary>
internal static class StateMark
{

    internal static void Draw(Canvas canvas, Battery battery, long nowMs)
    {
        TextLine line = canvas.Line.Clear();
        if (battery.State == BatteryState.Live)
        {
            canvas.TextRight(line.Add(PageText.Live), Layout.Right, 0, Font.Small);
            return;
        }

        int icon = battery.State == BatteryState.Asleep ? Icons.Asleep8 : Icons.Alarm8;
        canvas.Icon(icon, Layout.Right - Icons.SmallSize, 0);
        if (battery.HasValues)
        {
            Words.AddAge(line.Add(PageText.LostFor + (int)battery.State), battery.AgeMs(nowMs));
        }
        else
        {
            line.Add(battery.State == BatteryState.NoData ? PageText.NoData : PageText.NoValuesYet);
        }

        canvas.Text(line, 0, 1, Font.Middle);
    }
}
