using ValenceNano.Display;

namespace ValenceNano.HostTests.Display;

/// <summary>
/// A canvas for tests of a page's layout: it throws where the product's leaves out. Nothing may be drawn outside the panel, and
/// nothing over a text, a number or an icon; these may only be drawn where all is dark. To draw again, clear first.
/// </summary>
/// <param name="buffer">What it draws on.</param>
/// <param name="isPage">
/// What is drawn must leave room to be moved: the columns from 126 on, and the last row. Call <see cref="CheckLastRow"/> at the end.
/// </param>
internal sealed class StrictCanvas(PageBuffer buffer, bool isPage = false) : Canvas(buffer)
{
    private readonly byte[] _picture = buffer.Picture;
    private readonly bool[] _isCell = new bool[PageBuffer.Columns * PageBuffer.Rows];

    /// <summary>Throws if something that was drawn has lit the last row.</summary>
    public void CheckLastRow()
    {
        int lit = Enumerable.Range(0, PageBuffer.Columns).FirstOrDefault(column => IsLit(column, PageBuffer.Rows - 1), -1);
        if (lit >= 0)
        {
            throw new LayoutException($"The last row is lit at column {lit - Origin}: a letter's tail, perhaps.");
        }
    }

    public override void Clear()
    {
        base.Clear();
        Array.Clear(_isCell);
    }

    protected override void Covering(int column, int row, int width, int height, bool isBox)
    {
        int columns = isPage ? PageBuffer.Columns - MaxOrigin : PageBuffer.Columns;
        if (column < 0 || row < 0 || column + width > columns || row + height > PageBuffer.Rows)
        {
            throw new LayoutException($"What covers column {column}, row {row}, {width}x{height}, is not inside the panel.");
        }

        for (int i = 0; i < width * height; i++)
        {
            CoverPixel(column + i % width, row + i / width, isBox);
            if (isBox && !IsLikeFirst(column, width, row + i / width))
            {
                throw new LayoutException($"The columns under the box at column {column}, row {row}, are not alike.");
            }
        }
    }

    private bool IsLikeFirst(int column, int width, int row)
    {
        ReadOnlySpan<byte> columns = _picture.AsSpan((row >> 3) * PageBuffer.Columns + column + Origin, width);
        return columns.IndexOfAnyExcept(columns[0]) < 0;
    }

    private void CoverPixel(int column, int row, bool isBox)
    {
        ref bool isCell = ref _isCell[row * PageBuffer.Columns + column];
        if (isCell)
        {
            throw new LayoutException($"Something is drawn over a text at column {column}, row {row}.");
        }

        if (!isBox && IsLit(column + Origin, row))
        {
            throw new LayoutException($"A text is drawn over something lit at column {column}, row {row}.");
        }

        isCell = !isBox;
    }

    private bool IsLit(int column, int row)
    {
        return (_picture[(row >> 3) * PageBuffer.Columns + column] >> (row & 7) & 1) != 0;
    }
}
