using System.Text;

namespace ValenceNano.HostTests.Display;

/// <summary>A table in C# and the art that it comes from; <paramref name="SaysSizes"/>: each glyph's size stands in front of it.</summary>
internal sealed record ArtTable(string Source, string Field, byte[] Bytes, ArtGlyph[] Glyphs, bool SaysSizes = false)
{
    /// <summary>
    /// Fails with the right text of the table when it is not the art's. To draw a glyph anew, edit the art, run the test with
    /// VALENCE_ACCEPT=1, which writes that text into the source, and build again.
    /// </summary>
    public void Check()
    {
        byte[] drawn = [.. Glyphs.SelectMany(glyph => SaysSizes ? [(byte)glyph.Width, (byte)glyph.Pages, .. glyph.Columns()] : glyph.Columns())];
        string path = Path.Combine(Sources.Drawing, Source);
        if (drawn.SequenceEqual(Bytes) && File.ReadAllText(path).Contains($" {Field} =\n    [\n{Text()}    ];", StringComparison.Ordinal))
        {
            return;
        }

        if (Sources.Accepting)
        {
            Rewrite(path);
        }

        Assert.Fail($"{Field} in {Source} is not its art. VALENCE_ACCEPT=1 writes this into it:\n{Text()}");
    }

    /// <summary>The table's lines as they stand in the source.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        foreach (ArtGlyph glyph in Glyphs)
        {
            AppendGlyph(text, glyph);
        }

        return text.ToString();
    }

    // What is too wide for a line goes into lines of a page, or of half a page.
    private void AppendGlyph(StringBuilder text, ArtGlyph glyph)
    {
        byte[] columns = glyph.Columns();
        int line = columns.Length <= 16 ? columns.Length : glyph.Width <= 16 ? glyph.Width : (glyph.Width + 1) / 2;
        string comment = " // " + (glyph.Name == "sp" ? "space" : glyph.Name);
        if (SaysSizes)
        {
            text.Append($"        {glyph.Width}, {glyph.Pages},{comment}\n");
            comment = "";
        }

        foreach (byte[] chunk in columns.Chunk(line))
        {
            text.Append("        ").AppendJoin(", ", chunk.Select(column => $"0x{column:X2}")).Append(',').Append(comment).Append('\n');
            comment = "";
        }
    }

    private void Rewrite(string path)
    {
        string text = File.ReadAllText(path);
        string head = $" {Field} =\n    [\n";
        int start = text.IndexOf(head, StringComparison.Ordinal) + head.Length;
        int end = text.IndexOf("    ];", start, StringComparison.Ordinal);
        File.WriteAllText(path, text[..start] + Text() + text[end..]);
    }
}
