using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>A serial as text. Serials are raw bytes, most of them ASCII.</summary>
public static class SerialText
{
    /// <summary>Length of the longest text of a serial: every byte of it escaped.</summary>
    public const int MaxLength = 4 * MessageFormat.SerialLength;

    private const byte FirstPrintable = 0x20;
    private const byte LastPrintable = 0x7E;

    /// <summary>Writes the ASCII bytes as they are and all others as <c>\xNN</c>, lower case.</summary>
    /// <returns>The length of the text.</returns>
    public static int Format(ReadOnlySpan<byte> serial, Span<byte> text)
    {
        int length = 0;
        foreach (byte b in serial)
        {
            if (b is >= FirstPrintable and <= LastPrintable)
            {
                text[length++] = b;
                continue;
            }

            text[length++] = (byte)'\\';
            text[length++] = (byte)'x';
            Convert.TryToHexStringLower([b], text[length..], out int digits);
            length += digits;
        }

        return length;
    }
}
