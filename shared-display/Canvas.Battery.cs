using ValenceNano.Protocol;

namespace ValenceNano.Display;

// A battery and how full it is.
public partial class Canvas
{
    // Where a battery's level is: what the art leaves in the case of its lower three pages, but for a gap of one pixel. In the
    // lowest page are four rows of it, and under them the case.
    private const int LevelLeft = 3;
    private const int LevelWidth = 14;
    private const int LevelRows = 20;
    private const int LevelGroundRows = 4;
    private const int LevelGround = 0x60;

    // A page of a level for each number of rows of it.
    private readonly byte[] _levels = Levels(8, 0);
    private readonly byte[] _grounds = Levels(LevelGroundRows, LevelGround);

    /// <summary>Draws a standing battery, 20 columns and four pages, as high as a big digit, and the level in it.</summary>
    /// <param name="permille">0 to 1000; below is empty, above is full, and so <see cref="Reading.Unknown"/> is empty.</param>
    /// <param name="column">Its left column.</param>
    /// <param name="page">Its upper page.</param>
    /// <returns>The column after it.</returns>
    public int Battery(int permille, int column, int page)
    {
        Covering(column, page << 3, Icons.BatteryWidth, 32, Mark.Cell);
        CopyColumns(Icons.Battery, 0, Icons.BatteryWidth, column, page, 4);
        DrawLevel(Share(LevelRows, permille), column + LevelLeft, page);
        return column + Icons.BatteryWidth;
    }

    // Page by page from below: the level fills the lowest, whose own share of the case is under it, then the next.
    private void DrawLevel(int rows, int column, int page)
    {
        int here = rows < LevelGroundRows ? rows : LevelGroundRows;
        CopyColumns(_grounds, here * LevelWidth, LevelWidth, column, page + 3, 1);
        for (rows -= here, page += 2; rows > 0; rows -= here, page--)
        {
            here = rows < 8 ? rows : 8;
            CopyColumns(_levels, here * LevelWidth, LevelWidth, column, page, 1);
        }
    }

    private static byte[] Levels(int allRows, int ground)
    {
        var levels = new byte[(allRows + 1) * LevelWidth];
        for (int i = 0; i < levels.Length; i++)
        {
            int dark = allRows - i / LevelWidth;
            levels[i] = (byte)(((1 << allRows) - (1 << dark)) | ground);
        }

        return levels;
    }
}
