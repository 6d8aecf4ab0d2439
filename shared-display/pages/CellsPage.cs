using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>
/// The cell groups of one battery: a bar for each, its voltage, and which is the highest and the lowest. The ends of the bars' scale
/// stand above them. A battery that is not live has no bars.
/// </summary>
internal static class CellsPage
{
    private const int ScalePage = 1;
    private const int BarsPage = 2;
    private const int BarColumn = 12;
    private const int BarWidth = 74;
    private const int BarsNumberRight = 114;
    private const int StalePage = 4;
    private const int StaleColumn = 66;
    private const int StaleNumberWidth = 36;
    private const int ArrowGap = 4;
    private const byte NoArrow = 0;

    // The shortest scale, mV: a group is hardly ever known better than to some millivolts.
    private const int MinSpanMv = 20;

    // How many characters a name may have beside "cells" and "live".
    private const int NameRoom = 9;

    internal static void Draw(Canvas canvas, Battery battery, BatteryTitle title, long nowMs)
    {
        TextLine line = title.Add(canvas.Line.Clear(), battery, NameRoom);
        canvas.Text(line.Add(line.Length > 0 ? PageText.AndCells : PageText.Cells), 0, 0, Font.Small);
        StateMark.Draw(canvas, battery, nowMs);
        if (!battery.HasValues)
        {
            return;
        }

        Telemetry values = battery.Values;
        int highestMv = values.CellMv(CellGroup.Highest(values) - 1);
        int lowestMv = values.CellMv(CellGroup.Lowest(values) - 1);
        int spanMv = 0;
        if (battery.State == BatteryState.Live)
        {
            spanMv = SpanMv(lowestMv, highestMv);
            DrawScale(canvas, LowEndMv(lowestMv, spanMv), spanMv);
        }

        for (int i = 0; i < Telemetry.CellCount; i++)
        {
            int mv = values.CellMv(i);
            byte arrow = mv == highestMv ? Glyph.Up : mv == lowestMv ? Glyph.Down : NoArrow;
            int length = spanMv == 0 ? 0 : 1 + (BarWidth - 1) * (mv - LowEndMv(lowestMv, spanMv)) / spanMv;
            DrawCell(canvas, i, mv, length, highestMv == lowestMv ? NoArrow : arrow);
        }

        if (values.SeesHalfTheGroups)
        {
            canvas.Text(PageText.HalfSeen, 0, 7, Font.Small);
            return;
        }

        Words.AddValue(line.Clear().Add(PageText.AllWithin), ReadingId.CellSpread, highestMv - lowestMv);
        canvas.Text(line, 0, 7, Font.Small);
    }

    // A length of 0 is no bar.
    private static void DrawCell(Canvas canvas, int index, int mv, int length, byte arrow)
    {
        TextLine line = canvas.Line;
        int page = BarsPage + index;
        int column = 0;
        int right = BarsNumberRight;
        if (length > 0)
        {
            canvas.Bar(length, BarWidth, BarColumn, page);
        }
        else
        {
            page = StalePage + (index >> 1);
            column = (index & 1) * StaleColumn;
            right = column + StaleNumberWidth;
        }

        canvas.Text(line.Clear().Add(index + 1, NumberFormat.Whole), column, page, Font.Small);
        canvas.TextRight(line.Clear().Add(mv, NumberFormat.Whole), right, page, Font.Small);
        if (arrow != NoArrow)
        {
            canvas.Text(line.Clear().Add(arrow), right + ArrowGap, page, Font.Small);
        }
    }

    private static void DrawScale(Canvas canvas, int fromMv, int spanMv)
    {
        canvas.Text(canvas.Line.Clear().Add(fromMv, NumberFormat.Whole), BarColumn, ScalePage, Font.Small);
        canvas.TextRight(canvas.Line.Clear().Add(fromMv + spanMv, NumberFormat.Whole), BarColumn + BarWidth, ScalePage, Font.Small);
    }

    // The shortest of 20, 50, 100, 200, 500 mV ... that has all groups in it.
    private static int SpanMv(int lowestMv, int highestMv)
    {
        int spanMv = MinSpanMv;
        for (int step = 0; highestMv > LowEndMv(lowestMv, spanMv) + spanMv; step++)
        {
            spanMv = step % 3 == 0 ? spanMv * 5 / 2 : spanMv * 2;
        }

        return spanMv;
    }

    // A whole number of half spans, so that it stays where it is while the voltages drift.
    private static int LowEndMv(int lowestMv, int spanMv) => lowestMv - lowestMv % (spanMv / 2);
}
