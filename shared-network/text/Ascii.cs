using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>What is asked of texts that came from outside.</summary>
internal static class Ascii
{
    /// <summary>Tells whether a text stands in a buffer, in letters of either case.</summary>
    /// <param name="lower">The text, in lower case, at most 64 characters.</param>
    /// <param name="buffer">Where it may stand.</param>
    /// <param name="start">Its first byte there.</param>
    /// <param name="count">How long what stands there is; it must be as long as the text.</param>
    public static bool IsText(WebText lower, byte[] buffer, int start, int count) =>
        count == WebTexts.Length(lower) && Begins(lower, buffer, start, count);

    /// <summary>Tells whether what stands in a buffer begins with a text, in letters of either case.</summary>
    /// <param name="lower">As in <see cref="IsText"/>.</param>
    /// <param name="buffer">As in <see cref="IsText"/>.</param>
    /// <param name="start">As in <see cref="IsText"/>.</param>
    /// <param name="count">How long what stands there is; it may be longer than the text.</param>
    public static bool Begins(WebText lower, byte[] buffer, int start, int count) =>
        count >= WebTexts.Length(lower) && Begins(FlashText.Scratch, WebTexts.Copy(lower, FlashText.Scratch, 0), buffer, start, count);

    /// <summary>Tells whether what stands in a buffer begins with bytes in lower case, in letters of either case.</summary>
    /// <param name="lower">The bytes.</param>
    /// <param name="length">How many.</param>
    /// <param name="buffer">As in <see cref="IsText"/>.</param>
    /// <param name="start">As in <see cref="IsText"/>.</param>
    /// <param name="count">How long what stands there is; it may be longer.</param>
    public static bool Begins(byte[] lower, int length, byte[] buffer, int start, int count)
    {
        int i = 0;
        while (i < length && i < count && Lower(buffer[start + i]) == lower[i])
        {
            i++;
        }

        return i == length;
    }

    /// <summary>Tells whether a text of at most 64 characters stands in a buffer, letter for letter.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">As in <see cref="IsText"/>.</param>
    /// <param name="start">As in <see cref="IsText"/>.</param>
    /// <param name="count">As in <see cref="IsText"/>.</param>
    public static bool IsExactly(string text, byte[] buffer, int start, int count)
    {
        if (count != text.Length)
        {
            return false;
        }

        byte[] own = FlashText.Scratch;
        FlashText.Copy(text, own, 0);
        int i = 0;
        while (i < count && buffer[start + i] == own[i])
        {
            i++;
        }

        return i == count;
    }

    /// <summary>Tells whether two parts of a buffer are the same text, in letters of either case.</summary>
    public static bool IsSame(byte[] buffer, int first, int second, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (Lower(buffer[first + i]) != Lower(buffer[second + i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where a byte stands in part of a buffer; -1: nowhere.</summary>
    public static int Find(byte wanted, byte[] buffer, int start, int end)
    {
        int i = start;
        while (i < end && buffer[i] != wanted)
        {
            i++;
        }

        return i < end ? i : -1;
    }

    /// <summary>Takes bytes that stand in a buffer as hex digits, of either case.</summary>
    /// <param name="buffer">Where they stand.</param>
    /// <param name="start">From where on.</param>
    /// <param name="bytes">Where to.</param>
    /// <param name="count">How many bytes: half as many as digits.</param>
    /// <returns>False: there is something else among them.</returns>
    public static bool TakeHex(byte[] buffer, int start, byte[] bytes, int count)
    {
        for (int i = 0; i < count; i++)
        {
            int high = HexValue(buffer[start + (2 * i)]);
            int low = HexValue(buffer[start + (2 * i) + 1]);
            if (high < 0 || low < 0)
            {
                return false;
            }

            bytes[i] = (byte)((high << 4) | low);
        }

        return true;
    }

    /// <summary>The value of a hex digit of either case; -1: it is none.</summary>
    public static int HexValue(int code)
    {
        if (IsDigit(code))
        {
            return code - '0';
        }

        int lower = Lower(code);
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    /// <summary>Tells whether a byte is a digit.</summary>
    public static bool IsDigit(int code) => code >= '0' && code <= '9';

    /// <summary>The letter in lower case; anything else as it is.</summary>
    public static int Lower(int code) => code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code;
}
