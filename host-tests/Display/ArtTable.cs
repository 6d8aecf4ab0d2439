using System.Globalization;
using ValenceNano.Display;

namespace ValenceNano.HostTests.Display;

/// <summary>The table of all glyphs and icons, as their art in <c>fonts/</c> has it.</summary>
internal static class ArtTable
{
    private const int BytesInLine = 20;
    private const string Head = " Table =\n    [\n";
    private const string Foot = "    ];";

    public static ArtGlyph[] Small { get; } = WithoutGap("small-6x8.txt");

    public static ArtGlyph[] Middle { get; } = WithoutGap("middle-8x16.txt");

    public static ArtGlyph[] Big { get; } = WithoutGap("big-digits-24x32.txt");

    public static ArtGlyph[] Icons { get; } = ArtGlyph.Read("icons.txt");

    /// <summary>What an icon is in the table: its columns, its pages, and the bytes of its columns.</summary>
    public static byte[] WithSize(ArtGlyph icon) => [(byte)icon.Width, (byte)icon.Pages, .. icon.Columns()];

    /// <summary>
    /// Fails with the right text of the table when it is not the art's. To draw a glyph anew, edit the art, run the test with
    /// VALENCE_ACCEPT=1, which writes that text into the source, and build again.
    /// </summary>
    public static void Check()
    {
        byte[] drawn = [.. Small.Concat(Middle).Concat(Big).SelectMany(glyph => glyph.Columns()), .. Icons.SelectMany(WithSize)];
        string path = Path.Combine(Sources.Drawing, "Art.cs");
        string source = File.ReadAllText(path);
        int start = source.IndexOf(Head, StringComparison.Ordinal) + Head.Length;
        int end = source.IndexOf(Foot, start, StringComparison.Ordinal);
        string text = Text(drawn);
        if (drawn.SequenceEqual(Art.Table) && source[start..end] == text)
        {
            return;
        }

        if (Sources.Accepting)
        {
            File.WriteAllText(path, source[..start] + text + source[end..]);
        }

        Assert.Fail($"The table in Art.cs is not its art. VALENCE_ACCEPT=1 writes this into it:\n{text}");
    }

    /// <summary>The table's lines as they stand in the source.</summary>
    public static string Text(byte[] bytes) =>
        string.Concat(bytes.Chunk(BytesInLine).Select(chunk =>
            "        " + string.Join(", ", chunk.Select(value => "0x" + value.ToString("X2", CultureInfo.InvariantCulture))) + ",\n"));

    // The fonts leave out the column between two letters.
    private static ArtGlyph[] WithoutGap(string file) =>
        [.. ArtGlyph.Read(file).Select(glyph => glyph with { Rows = [.. glyph.Rows.Select(row => row[..^1])] })];
}
