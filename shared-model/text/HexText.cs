using System.Text;

namespace ValenceNano.Model;

/// <summary>Bytes as hex digits, lower case.</summary>
public static class HexText
{
    private static readonly byte[] _digits = Encoding.UTF8.GetBytes("0123456789abcdef");

    /// <summary>One digit.</summary>
    /// <param name="value">0..15.</param>
    public static byte Digit(int value) => _digits[value];

    /// <summary>Writes bytes, two digits each, into a buffer.</summary>
    /// <returns>How many characters.</returns>
    public static int Copy(byte[] bytes, int start, int count, byte[] buffer, int offset)
    {
        byte[] digits = _digits;
        int at = offset;
        int end = start + count;
        for (int i = start; i < end; i++)
        {
            int value = bytes[i];
            buffer[at] = digits[value >> 4];
            buffer[at + 1] = digits[value & 15];
            at += 2;
        }

        return at - offset;
    }

    /// <summary>Puts the lowest bytes of a number into a buffer, the lowest first, two digits each.</summary>
    /// <param name="number">The number.</param>
    /// <param name="count">How many of its bytes, 1..4.</param>
    /// <param name="buffer">Where to.</param>
    /// <param name="at">From where on.</param>
    public static void PutLow(int number, int count, byte[] buffer, int at)
    {
        byte[] digits = _digits;
        int end = at + count + count;
        while (at < end)
        {
            buffer[at] = digits[(number >> 4) & 15];
            buffer[at + 1] = digits[number & 15];
            number >>= 8;
            at += 2;
        }
    }
}
