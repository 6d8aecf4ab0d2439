using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>
/// The cell groups of one battery: a bar for each, its voltage, and which is the highest and the lowest. One that is not live has
/// no bars.
/// </summary>
internal sealed class CellsPage
{
    private const int BarsPage = 2;
    private const int BarColumn = 12;
    private const int BarWidth = 74;
    private const byte BarBits = 0x3E;
    private const byte LineBits = 0x08;
    private const int BarsNumberRight = 114;
    private const int StalePage = 4;
    private const int StaleColumn = 66;
    private const int StaleNumberWidth = 36;
    private const int ArrowGap = 4;

    private static readonly byte[] _cells = Label.Of(" cells");
    private static readonly byte[] _within = Label.Of("all within ");
    private static readonly byte[] _highest = Label.Of("↑");
    private static readonly byte[] _lowest = Label.Of("↓");

    private readonly TextLine _line = new();

    // A whole bar, and behind it the line that a bar leaves of its scale.
    private readonly byte[] _bar = new byte[2 * BarWidth];

    internal CellsPage()
    {
        for (int i = 0; i < BarWidth; i++)
        {
            _bar[i] = BarBits;
            _bar[BarWidth + i] = LineBits;
        }
    }

    internal void Draw(Canvas canvas, Battery battery, int number, long nowMs)
    {
        canvas.Text(Words.AddBattery(_line.Clear(), number).Add(_cells), 0, 0, canvas.Small);
        StateMark.Draw(canvas, _line, battery, nowMs);
        if (!battery.HasValues)
        {
            return;
        }

        bool isLive = battery.State == BatteryState.Live;
        int[] cellMv = battery.Values.CellMv;
        int highest = CellGroup.Highest(cellMv) - 1;
        int lowest = CellGroup.Lowest(cellMv) - 1;
        for (int i = 0; i < cellMv.Length; i++)
        {
            byte[] arrow = cellMv[i] == cellMv[highest] ? _highest : cellMv[i] == cellMv[lowest] ? _lowest : null;
            DrawCell(canvas, i, cellMv[i], isLive, highest == lowest ? null : arrow);
        }

        int spreadMv = cellMv[highest] - cellMv[lowest];
        canvas.Text(_line.Clear().Add(_within).Add(spreadMv, Formats.Whole).Add(Words.Millivolts), 0, 7, canvas.Small);
    }

    private void DrawCell(Canvas canvas, int index, int mv, bool isLive, byte[] arrow)
    {
        int page = BarsPage + index;
        int column = 0;
        int right = BarsNumberRight;
        if (isLive)
        {
            // As many columns of the bar as it is long, at least one, and the rest of the line.
            int length = 1 + (BarWidth - 1) * Share(mv) / 1000;
            canvas.Strip(_bar, BarWidth - length, BarWidth, BarColumn, page);
        }
        else
        {
            page = StalePage + (index >> 1);
            column = (index & 1) * StaleColumn;
            right = column + StaleNumberWidth;
        }

        canvas.Number(index + 1, Formats.Whole, column, page, canvas.Small);
        canvas.NumberRight(mv, Formats.Whole, right, page, canvas.Small);
        if (arrow != null)
        {
            canvas.Text(arrow, right + ArrowGap, page, canvas.Small);
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
