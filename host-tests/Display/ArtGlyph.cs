namespace ValenceNano.HostTests.Display;

/// <summary>One glyph of the art: its name and its rows of <c>#</c> and <c>.</c></summary>
internal sealed record ArtGlyph(string Name, string[] Rows)
{
    public int Width => Rows[0].Length;

    public int Pages => Rows.Length / 8;

    /// <summary>The columns of its upper page, then those of the next.</summary>
    public byte[] Columns()
    {
        var bytes = new byte[Width * Rows.Length / 8];
        for (int i = 0; i < bytes.Length; i++)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                bool lit = Rows[i / Width * 8 + bit][i % Width] == '#';
                bytes[i] |= (byte)(lit ? 1 << bit : 0);
            }
        }

        return bytes;
    }

    /// <summary>Reads a font's art: a paragraph of prose, then paragraphs of a line of names and the glyphs under it.</summary>
    public static ArtGlyph[] Read(string file)
    {
        string[] paragraphs = File.ReadAllText(Path.Combine(Sources.Fonts, file)).TrimEnd().Split("\n\n");
        return [.. paragraphs.Skip(1).SelectMany(OfParagraph)];
    }

    private static IEnumerable<ArtGlyph> OfParagraph(string paragraph)
    {
        string[][] lines = [.. paragraph.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        return lines[0].Select((name, i) => new ArtGlyph(name, [.. lines.Skip(1).Select(row => row[i])]));
    }
}
