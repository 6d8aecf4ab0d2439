using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>The cell groups of one battery: a bar for each, its voltage, and which is the highest and the lowest.</summary>
internal sealed class CellsPage
{
    private const int BarColumn = 12;
    private const int BarWidth = 74;
    private const int BarHeight = 5;
    private const int NumbersRight = 114;
    private const int ArrowColumn = 118;
    private const int LivePage = 2;
    private const int StalePage = 4;

    private static readonly byte[] _cells = Label.Of(" cells");
    private static readonly byte[] _within = Label.Of("all within ");
    private static readonly byte[] _highest = Label.Of("↑");
    private static readonly byte[] _lowest = Label.Of("↓");

    private readonly TextLine _line = new();

    internal void Draw(Canvas canvas, Battery battery, int number, long nowMs)
    {
        canvas.Text(Words.AddBattery(_line.Clear(), number).Add(_cells), 0, 0, canvas.Small);
        StateMark.Draw(canvas, _line, battery, nowMs);
        int[] cellMv = battery.Values.CellMv;
        if (battery.State == BatteryState.Live)
        {
            DrawBars(canvas, cellMv);
            DrawNumbers(canvas, cellMv, LivePage, NumbersRight);
        }
        else if (battery.HasValues)
        {
            DrawNumbers(canvas, cellMv, StalePage, 40);
        }
    }

    private void DrawBars(Canvas canvas, int[] cellMv)
    {
        for (int i = 0; i < cellMv.Length; i++)
        {
            int row = (LivePage + i << 3) + 1;
            canvas.HorizontalLine(BarColumn, row + BarHeight / 2, BarWidth);
            canvas.Fill(BarColumn, row, 1 + (BarWidth - 1) * Share(cellMv[i]) / 1000, BarHeight);
        }
    }

    private void DrawNumbers(Canvas canvas, int[] cellMv, int page, int right)
    {
        Font font = canvas.Small;
        for (int i = 0; i < cellMv.Length; i++)
        {
            canvas.Number(i + 1, Formats.Whole, 0, page + i, font);
            canvas.NumberRight(cellMv[i], Formats.Whole, right, page + i, font);
        }

        int highest = CellGroup.Highest(cellMv) - 1;
        int lowest = CellGroup.Lowest(cellMv) - 1;
        int spreadMv = cellMv[highest] - cellMv[lowest];
        if (spreadMv > 0)
        {
            canvas.Text(_highest, right + 4, page + highest, font);
            canvas.Text(_lowest, right + 4, page + lowest, font);
        }

        if (page == LivePage)
        {
            canvas.Text(_line.Clear().Add(_within).Add(spreadMv, Formats.Whole).Add(Words.Millivolts), 0, 7, font);
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
