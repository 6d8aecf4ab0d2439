using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>
/// The cell groups of one battery: a bar for each, its voltage, and which is the highest and the lowest. One that is not live has
/// no bars.
/// </summary>
internal static class CellsPage
{
    private const int BarsPage = 2;
    private const int BarColumn = 12;
    private const int BarWidth = 74;
    private const int BarsNumberRight = 114;
    private const int StalePage = 4;
    private const int StaleColumn = 66;
    private const int StaleNumberWidth = 36;
    private const int ArrowGap = 4;
    private const byte NoArrow = 0;

    private static readonly byte[] _cells = Label.Of(" cells");
    private static readonly byte[] _within = Label.Of("all within ");
    private static readonly byte[] _halfSeen = Label.Of("24 V? 4 of 8 seen");

    internal static void Draw(Canvas canvas, Battery battery, int number, long nowMs)
    {
        TextLine line = canvas.Line;
        canvas.Text(BatteryText.AddNumber(line.Clear(), number).Add(_cells), 0, 0, canvas.Small);
        StateMark.Draw(canvas, battery, nowMs);
        if (!battery.HasValues)
        {
            return;
        }

        bool isLive = battery.State == BatteryState.Live;
        int[] cellMv = battery.Values.CellMv;
        int highestMv = cellMv[CellGroup.Highest(cellMv) - 1];
        int lowestMv = cellMv[CellGroup.Lowest(cellMv) - 1];
        for (int i = 0; i < cellMv.Length; i++)
        {
            byte arrow = cellMv[i] == highestMv ? Glyph.Up : cellMv[i] == lowestMv ? Glyph.Down : NoArrow;
            DrawCell(canvas, i, cellMv[i], isLive, highestMv == lowestMv ? NoArrow : arrow);
        }

        if (battery.Values.SeesHalfTheGroups)
        {
            canvas.Text(_halfSeen, 0, 7, canvas.Small);
            return;
        }

        Words.AddValue(line.Clear().Add(_within), ReadingId.CellSpread, highestMv - lowestMv);
        canvas.Text(line, 0, 7, canvas.Small);
    }

    private static void DrawCell(Canvas canvas, int index, int mv, bool isLive, byte arrow)
    {
        TextLine line = canvas.Line;
        int page = BarsPage + index;
        int column = 0;
        int right = BarsNumberRight;
        if (isLive)
        {
            canvas.Bar(1 + (BarWidth - 1) * Share(mv) / 1000, BarWidth, BarColumn, page);
        }
        else
        {
            page = StalePage + (index >> 1);
            column = (index & 1) * StaleColumn;
            right = column + StaleNumberWidth;
        }

        canvas.Text(line.Clear().Add(index + 1, NumberFormat.Whole), column, page, canvas.Small);
        canvas.TextRight(line.Clear().Add(mv, NumberFormat.Whole), right, page, canvas.Small);
        if (arrow != NoArrow)
        {
            canvas.Text(line.Clear().Add(arrow), right + ArrowGap, page, canvas.Small);
        }
    }

    // How long a bar is, permille. Half of it is for 3.2 to 3.4 V, where a LiFePO4 cell is nearly always; 2.5 and 3.65 V are its ends.
    private static int Share(int mv)
    {
        if (mv < 3000)
        {
            return mv < 2500 ? 0 : (mv - 2500) * 3 / 10;
        }

        if (mv < 3200)
        {
            return mv - 2850;
        }

        if (mv < 3400)
        {
            return 350 + (mv - 3200) * 5 / 2;
        }

        return mv < 3650 ? 850 + (mv - 3400) * 3 / 5 : 1000;
    }
}
