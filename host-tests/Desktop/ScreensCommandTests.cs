using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ValenceNano.Desktop;
using ValenceNano.HostTests.Display;

namespace ValenceNano.HostTests.Desktop;

public sealed class ScreensCommandTests : IDisposable
{
    private const int MaxSvgBytes = 60_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("valence-screens-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Folder_is_made_and_every_file_is_named()
    {
        string folder = Path.Combine(_folder.FullName, "new", "folder");

        Run run = Run.Valence("screens", folder);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(run.Error.Order(), Directory.GetFiles(folder).Order());
        Assert.Contains(Path.Combine(folder, "bank.png"), run.Error);
        Assert.Contains(Path.Combine(folder, "alarm.png"), run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Moving_picture_is_small_and_moves_without_a_script()
    {
        Run.Valence("screens", _folder.FullName);
        string path = Path.Combine(_folder.FullName, "terminal.svg");

        XNamespace svg = "http://www.w3.org/2000/svg";
        XElement root = XDocument.Load(path).Root!;
        Assert.InRange(new FileInfo(path).Length, 1, MaxSvgBytes);
        Assert.Empty(root.Descendants(svg + "script"));
        Assert.Equal(8, root.Descendants(svg + "path").Count());
        Assert.Contains("animation", root.Element(svg + "style")!.Value, StringComparison.Ordinal);
    }

    // `screens docs/screens` writes them.
    [Fact]
    public void Pictures_in_the_documents_are_those_of_today()
    {
        Run.Valence("screens", _folder.FullName);

        foreach (FileInfo today in _folder.GetFiles())
        {
            string kept = Path.Combine(Sources.Root(), "docs", "screens", today.Name);
            Assert.True(Content(kept).SequenceEqual(Content(today.FullName)), today.Name);
        }
    }

    [Fact]
    public void Lines_of_the_moving_picture_are_the_lit_pixels()
    {
        byte[] panel = new byte[BlockPicture.Width * BlockPicture.Height / 8];
        panel[3] = panel[4] = panel[127] = 0b10;

        string picture = TerminalSvg.Of([panel], "title", ["q quit & more"]);

        Assert.Contains("d=\"M3 1h2M127 1h1\"", picture, StringComparison.Ordinal);
        Assert.Contains("quit &amp; more", picture, StringComparison.Ordinal);
    }

    // Another machine may pack the same rows into other bytes, and a checkout may change line ends.
    private static byte[] Content(string path)
    {
        if (!path.EndsWith(".png", StringComparison.Ordinal))
        {
            return Encoding.UTF8.GetBytes(string.Join('\n', File.ReadAllLines(path)));
        }

        byte[] file = File.ReadAllBytes(path);
        int name = file.AsSpan().IndexOf("IDAT"u8);
        int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(name - 4));
        using var packed = new ZLibStream(new MemoryStream(file, name + 4, length), CompressionMode.Decompress);
        using var rows = new MemoryStream();
        packed.CopyTo(rows);
        return rows.ToArray();
    }
}
