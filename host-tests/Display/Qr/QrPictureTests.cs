using System.Diagnostics;
using System.Text;
using ValenceNano.Desktop;
using ValenceNano.Display;
using ValenceNano.HostTests.EndToEnd;

namespace ValenceNano.HostTests.Display.Qr;

public class QrPictureTests
{
    private readonly PageBuffer _buffer = new();
    private readonly QrCode _code = new();

    [Theory]
    [InlineData("HTTP://10.0.0.7/", 2, 46)]
    [InlineData("http://192.168.178.123/", 2, 54)]
    [InlineData("WIFI:T:WPA;S:Valence-3F2A;P:47110815;;", 2, 62)]
    [InlineData("WIFI:T:WPA;S:Valence-3F2A;P:4711081547110815471108;;UVW", 1, 35)]
    public void Picture_has_a_dark_pixel_for_each_dark_module_and_a_lit_border(string text, int module, int pixels)
    {
        Draw(text, column: 5);

        Assert.Equal(pixels, Canvas.QrPixels(_code));
        for (int y = 0; y < pixels; y++)
        {
            for (int x = 0; x < pixels; x++)
            {
                Assert.Equal(IsLight(x / module - 1, y / module - 1), BlockPicture.IsLit(_buffer.Picture, x + 5, y));
            }
        }

        Assert.False(BlockPicture.IsLit(_buffer.Picture, 4, 0));
        Assert.False(BlockPicture.IsLit(_buffer.Picture, 5 + pixels, 0));
    }

    [Fact]
    public void Picture_stands_still_when_pages_move()
    {
        Draw("HTTP://10.0.0.7/", column: 5, origin: Canvas.MaxOrigin);

        Assert.True(BlockPicture.IsLit(_buffer.Picture, 5, 0));
    }

    [ProgramFact("zbarimg")]
    public async Task Picture_of_the_panel_is_read_by_a_real_reader()
    {
        foreach (string text in (string[])["HTTP://10.0.0.7/", "http://192.168.178.123/", "WIFI:T:WPA;S:Valence-3F2A;P:47110815;;"])
        {
            Draw(text, column: 33);

            Assert.Equal("QR-Code:" + text, await Read());
        }
    }

    private bool IsLight(int x, int y) => x < 0 || y < 0 || ((_code.Row(y) >> x) & 1) == 0;

    private void Draw(string text, int column, int origin = 0)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        _code.Begin(bytes, bytes.Length);
        while (!_code.Step())
        {
        }

        var canvas = new StrictCanvas(_buffer) { Origin = origin };
        canvas.Clear();
        canvas.Qr(_code, column);
    }

    private async Task<string> Read()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        try
        {
            await using (FileStream file = File.Create(path))
            {
                PngPicture.Write(file, _buffer.Picture, scale: 4);
            }

            using Process reader = Process.Start(new ProcessStartInfo("zbarimg", ["-q", path]) { RedirectStandardOutput = true })!;
            return (await reader.StandardOutput.ReadToEndAsync()).Trim();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
