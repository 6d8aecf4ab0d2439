using System.Text;
using ValenceNano.Display;

namespace ValenceNano.HostTests.Display;

/// <summary>Pictures as 64 lines of 128 <c>#</c> and <c>.</c>, kept in <c>Pictures/NAME.txt</c> and compared with what is drawn.</summary>
internal static class TextPicture
{
    /// <summary>
    /// Fails when the buffer is not the picture of that name, and shows where: <c>+</c> is lit and should not be, <c>-</c> is dark
    /// and should be lit. With VALENCE_ACCEPT=1 the picture is written instead.
    /// </summary>
    public static void Check(string name, PageBuffer buffer)
    {
        string path = Path.Combine(Sources.Pictures, name + ".txt");
        string[] drawn = Lines(buffer);
        if (Sources.Accepting)
        {
            File.WriteAllText(path, string.Join('\n', drawn) + "\n");
            return;
        }

        Assert.True(File.Exists(path), $"There is no picture {name}; VALENCE_ACCEPT=1 writes it:\n{string.Join('\n', drawn)}");
        string difference = Difference(File.ReadAllText(path).TrimEnd('\n').Split('\n'), drawn);
        Assert.True(difference.Length == 0, $"{name} is drawn otherwise (+ too much, - missing); VALENCE_ACCEPT=1 takes it.\n{difference}");
    }

    /// <summary>The buffer's 64 lines, the top one first.</summary>
    public static string[] Lines(PageBuffer buffer)
    {
        return [.. Enumerable.Range(0, PageBuffer.Rows).Select(row => Line(buffer.Picture, row))];
    }

    /// <summary>A part of the buffer, line by line: what small tests compare with.</summary>
    public static string Part(PageBuffer buffer, int column, int row, int width, int height)
    {
        return string.Join('\n', Lines(buffer).Skip(row).Take(height).Select(line => line.Substring(column, width)));
    }

    /// <summary>Empty when both are the same; else the rows and columns around what differs, with their numbers.</summary>
    public static string Difference(string[] expected, string[] drawn)
    {
        Assert.Equal(PageBuffer.Rows, expected.Length);
        string[] both = [.. expected.Zip(drawn, Merge)];
        int[] rows = [.. Enumerable.Range(0, both.Length).Where(row => both[row].AsSpan().IndexOfAny('+', '-') >= 0)];
        if (rows.Length == 0)
        {
            return "";
        }

        int left = Math.Max(0, rows.Min(row => both[row].AsSpan().IndexOfAny('+', '-')) - 8);
        int right = Math.Min(PageBuffer.Columns, rows.Max(row => both[row].AsSpan().LastIndexOfAny('+', '-')) + 9);
        var text = new StringBuilder($"columns {left} to {right - 1}\n");
        for (int row = Math.Max(0, rows[0] - 2); row <= Math.Min(rows[^1] + 2, both.Length - 1); row++)
        {
            text.Append($"row {row,2} {both[row][left..right]}\n");
        }

        return text.ToString();
    }

    private static string Line(byte[] picture, int row)
    {
        return string.Create(PageBuffer.Columns, picture, (line, bytes) =>
        {
            for (int column = 0; column < line.Length; column++)
            {
                line[column] = (bytes[(row >> 3) * PageBuffer.Columns + column] >> (row & 7) & 1) != 0 ? '#' : '.';
            }
        });
    }

    private static string Merge(string expected, string drawn)
    {
        Assert.Equal(PageBuffer.Columns, expected.Length);
        return string.Concat(expected.Zip(drawn, (wanted, found) => wanted == found ? found : found == '#' ? '+' : '-'));
    }
}
