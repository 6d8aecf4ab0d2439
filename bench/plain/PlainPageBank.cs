using System.Globalization;

namespace ValenceNano.Bench.Plain;

/// <summary>A yardstick: the bank page as it is usually drawn, from strings and pixel by pixel, and sent whole.</summary>
public sealed class PlainPageBank(byte[] glyphs, Action<byte[]> send)
{
    /// <summary>Columns of a glyph, the gap to the next one included.</summary>
    public const int GlyphWidth = 6;

    private const int Width = 128;
    private const int Height = 64;
    private const int GlyphHeight = 8;

    private readonly byte[] _screen = new byte[Width * Height / 8];

    /// <summary>Draws and sends it.</summary>
    public void Draw(int socPermille, int voltageMv, int currentMa, int powerMw, int live, int cellMinMv)
    {
        for (int i = 0; i < _screen.Length; i++)
        {
            _screen[i] = 0;
        }

        DrawString($"{live} live", 0, 0, 1);
        DrawString(Format("{0:F2} V", cellMinMv / 1000.0), 72, 0, 1);
        DrawFrame(0, 8, 20, 32);
        DrawString(Format("{0:F0}%", socPermille / 10.0), 28, 8, 4);
        DrawString(Format("{0:F2}V", voltageMv / 1000.0), 0, 40, 2);
        DrawString(Format("{0:F2}A", currentMa / 1000.0), 64, 40, 2);
        DrawString(Format("{0:F0} W", powerMw / 1000.0), 0, 56, 1);
        send(_screen);
    }

    private static string Format(string format, double value) => string.Format(CultureInfo.InvariantCulture, format, value);

    private void DrawString(string text, int x, int y, int scale)
    {
        foreach (char character in text)
        {
            DrawCharacter(character, x, y, scale);
            x += GlyphWidth * scale;
        }
    }

    private void DrawCharacter(char character, int x, int y, int scale)
    {
        for (int column = 0; column < GlyphWidth * scale; column++)
        {
            byte bits = glyphs[((character - ' ') * GlyphWidth) + (column / scale)];
            for (int row = 0; row < GlyphHeight * scale; row++)
            {
                SetPixel(x + column, y + row, (bits & (1 << (row / scale))) != 0);
            }
        }
    }

    private void DrawFrame(int x, int y, int width, int height)
    {
        for (int column = 0; column < width; column++)
        {
            SetPixel(x + column, y, true);
            SetPixel(x + column, y + height - 1, true);
        }

        for (int row = 0; row < height; row++)
        {
            SetPixel(x, y + row, true);
            SetPixel(x + width - 1, y + row, true);
        }
    }

    private void SetPixel(int x, int y, bool isLit)
    {
        if (x < 0 || x >= Width || y < 0 || y >= Height)
        {
            return;
        }

        int at = (y / 8 * Width) + x;
        byte bit = (byte)(1 << (y % 8));
        _screen[at] = isLit ? (byte)(_screen[at] | bit) : (byte)(_screen[at] & ~bit);
    }
}
