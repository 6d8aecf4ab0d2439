using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>
/// How a battery is, on the pages that are about one: "live" at the right of the title, or else an icon there and, larger than the
/// values, for how long it has been silent. Nothing stale looks live.
/// </summary>
internal static class StateMark
{
    internal static void Draw(Canvas canvas, TextLine line, Battery battery, long nowMs)
    {
        if (battery.State == BatteryState.Live)
        {
            canvas.TextRight(Words.Live, Layout.Right, 0, canvas.Small);
            return;
        }

        byte[] icon = battery.State == BatteryState.Asleep ? Icons.Asleep8 : Icons.Alarm8;
        canvas.Icon(icon, Icons.SmallWidth, Layout.Right - Icons.SmallWidth, 0);
        canvas.Text(Words.AddState(line.Clear(), battery, nowMs), 0, 1, canvas.Middle);
    }
}
