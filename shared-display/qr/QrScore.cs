namespace ValenceNano.Display;

/// <summary>
/// How hard a QR code is to read (ISO/IEC 18004, 7.8.3): 3 points and one more for each module beyond five alike in a line, 3 for
/// each block of 2x2 alike, 40 for whatever looks like a finder, 10 for every 5 % that dark and light are off half and half. Lines are
/// numbers, so that a whole line is looked at with a few shifts.
/// </summary>
internal sealed class QrScore
{
    /// <summary>Rows and columns that one call looks at.</summary>
    private const int LinesAtOnce = 4;

    private int _next;
    private int _dark;

    /// <summary>The sum so far; of the whole code once <see cref="AddLines"/> has answered true.</summary>
    public int Penalty { get; private set; }

    /// <summary>Begins with another code.</summary>
    public void Begin()
    {
        _next = 0;
        _dark = 0;
        Penalty = 0;
    }

    /// <summary>Looks at the next few rows and columns.</summary>
    /// <returns>True: they were the last.</returns>
    public bool AddLines(long[] rows, int size)
    {
        long all = (1L << size) - 1;
        for (int end = _next + LinesAtOnce; _next < end && _next < size; _next++)
        {
            long row = rows[_next];
            _dark += Ones(row);
            Penalty += OfLine(row, all) + OfLine(Column(rows, _next, size), all);
            if (_next + 1 < size)
            {
                Penalty += OfBlocks(row, rows[_next + 1], all);
            }
        }

        if (_next < size)
        {
            return false;
        }

        Penalty += OfBalance(_dark, size * size);
        return true;
    }

    private static long Column(long[] rows, int column, int size)
    {
        long line = 0;
        for (int i = 0; i < size; i++)
        {
            line |= ((rows[i] >> column) & 1) << i;
        }

        return line;
    }

    private static int OfLine(long line, long all)
    {
        // Bit x: the modules x and x + 1 are alike; then: five from x on are.
        long alike = ~(line ^ (line >> 1)) & (all >> 1);
        long five = alike & (alike >> 1) & (alike >> 2) & (alike >> 3);
        int penalty = five == 0 ? 0 : Ones(five) + (2 * Ones(five & ~(five << 1)));

        // Bit x: dark, light, three dark, light, dark from x on; and four light from x on.
        long finder = line & ~(line >> 1) & (line >> 2) & (line >> 3) & (line >> 4) & ~(line >> 5) & (line >> 6);
        if (finder != 0)
        {
            long light = ~line & all;
            long four = light & (light >> 1) & (light >> 2) & (light >> 3);
            penalty += 40 * (Ones(finder & (four >> 7)) + Ones(finder & (four << 4)));
        }

        return penalty;
    }

    private static int OfBlocks(long upper, long lower, long all)
    {
        long alike = ~(upper ^ (upper >> 1)) & ~(lower ^ (lower >> 1)) & ~(upper ^ lower) & (all >> 1);
        return 3 * Ones(alike);
    }

    private static int OfBalance(int dark, int total)
    {
        int offTwentieths = (20 * dark) - (10 * total);
        return 10 * ((offTwentieths < 0 ? -offTwentieths : offTwentieths) / total);
    }

    private static int Ones(long bits)
    {
        int count = 0;
        for (; bits != 0; bits &= bits - 1)
        {
            count++;
        }

        return count;
    }
}
