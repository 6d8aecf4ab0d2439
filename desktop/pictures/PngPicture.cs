using System.Buffers.Binary;
using System.IO.Compression;

namespace ValenceNano.Desktop;

/// <summary>Writes a panel (see <see cref="BlockPicture"/>) as a PNG of two colours, each pixel a square of several.</summary>
public static class PngPicture
{
    private const int Margin = 6;

    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    // Dark and lit: an amber panel behind glass.
    private static readonly byte[] Palette = [0x0B, 0x0B, 0x0D, 0xFF, 0xB0, 0x2E];

    /// <summary>Writes one picture; <paramref name="scale"/>: side of a pixel's square.</summary>
    public static void Write(Stream stream, ReadOnlySpan<byte> panel, int scale)
    {
        int width = (BlockPicture.Width + (2 * Margin)) * scale;
        int height = (BlockPicture.Height + (2 * Margin)) * scale;
        stream.Write(Signature);
        WriteChunk(stream, "IHDR"u8, Header(width, height));
        WriteChunk(stream, "PLTE"u8, Palette);
        WriteChunk(stream, "IDAT"u8, Rows(panel, width, height, scale));
        WriteChunk(stream, "IEND"u8, []);
    }

    private static byte[] Header(int width, int height)
    {
        const byte BitDepth = 1;
        const byte Indexed = 3;
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = BitDepth;
        header[9] = Indexed;
        return header;
    }

    private static byte[] Rows(ReadOnlySpan<byte> panel, int width, int height, int scale)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[] row = new byte[1 + ((width + 7) / 8)];
            for (int y = 0; y < height; y++)
            {
                Array.Clear(row);
                for (int x = 0; x < width; x++)
                {
                    bool isLit = IsLit(panel, (x / scale) - Margin, (y / scale) - Margin);
                    row[1 + (x / 8)] |= (byte)(isLit ? 0x80 >> (x % 8) : 0);
                }

                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static bool IsLit(ReadOnlySpan<byte> panel, int x, int y) =>
        x is >= 0 and < BlockPicture.Width && y is >= 0 and < BlockPicture.Height && BlockPicture.IsLit(panel, x, y);

    private static void WriteChunk(Stream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(type);
        stream.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32(Crc32(0xFFFFFFFF, type), data) ^ 0xFFFFFFFF);
        stream.Write(number);
    }

    private static uint Crc32(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return crc;
    }
}
