namespace ValenceNano.Model;

/// <summary>
/// Fixed texts, a line each of one string, or of a few, known by their place. On the device a text takes two bytes of RAM that way, where
/// each string of its own would take 26.
/// </summary>
/// <remarks>Making one reads no static, so that static initialisers may.</remarks>
public sealed class FlashList
{
    private const char LineEnd = '\n';

    // Where a text begins is its offset in its string, below the string's number.
    private const int OffsetMask = 0x7FF;
    private const int NumberShift = 11;

    // The one string, or all of several.
    private readonly string _lines;
    private readonly string[] _strings;

    // Where each text begins; behind the last of a string stands where one more would.
    private readonly ushort[] _starts;

    /// <summary>Makes a list of one string.</summary>
    /// <param name="lines">The texts, ASCII, each but the last with a line feed behind it. To copy one takes the longer the more stand in front of it:
    /// a list is for some 30 of them.</param>
    public FlashList(string lines)
    {
        _lines = lines;
        _starts = new ushort[CountTexts(lines, LineEnd) + 1];
        PutStarts(lines, LineEnd, 0, 0);
    }

    /// <summary>Makes a list of several strings. In front of the first text of each but the first string one place is left out.</summary>
    /// <param name="strings">As <c>lines</c>, less than 32.</param>
    /// <param name="end">What ends a text in place of a line feed.</param>
    public FlashList(string[] strings, char end)
    {
        _strings = strings;
        int count = 0;
        for (int i = 0; i < strings.Length; i++)
        {
            count += CountTexts(strings[i], end) + 1;
        }

        _starts = new ushort[count];
        int place = 0;
        for (int i = 0; i < strings.Length; i++)
        {
            place = PutStarts(strings[i], end, place, i << NumberShift);
        }
    }

    /// <summary>How many texts there are; of several strings with the places that are left out.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>How many characters a text has.</summary>
    public int Length(int place) => _starts[place + 1] - 1 - _starts[place];

    /// <summary>One character of a text of ASCII, from 0 on. For short and rare ways through a text: to find one takes as long as to copy it.</summary>
    public byte Byte(int place, int index) => (byte)StringOf(place)[(_starts[place] & OffsetMask) + index];

    /// <summary>Tells whether a text of ASCII is these bytes.</summary>
    public bool Is(int place, byte[] bytes, int offset, int count)
    {
        int same = 0;
        bool isSo = Length(place) == count;
        while (isSo && same < count)
        {
            isSo = Byte(place, same) == bytes[offset + same];
            same++;
        }

        return isSo;
    }

    /// <summary>Copies a text into a buffer, from <paramref name="offset"/> on.</summary>
    /// <param name="place">Its place in the list, 0..</param>
    /// <param name="buffer">Where to.</param>
    /// <param name="offset">From where on.</param>
    /// <returns>How many bytes were written.</returns>
    public int Copy(int place, byte[] buffer, int offset)
    {
        ushort[] starts = _starts;
        int start = starts[place];
        string text = _strings == null ? _lines : _strings[start >> NumberShift];
        return FlashText.Copy(text, start & OffsetMask, starts[place + 1] - start - 1, buffer, offset);
    }

    private string StringOf(int place) => _strings == null ? _lines : _strings[_starts[place] >> NumberShift];

    private static int CountTexts(string lines, char end)
    {
        int count = 1;
        for (int at = lines.IndexOf(end); at >= 0; at = lines.IndexOf(end, at + 1))
        {
            count++;
        }

        return count;
    }

    // Answers the place behind it.
    private int PutStarts(string lines, char end, int place, int number)
    {
        _starts[place++] = (ushort)number;
        for (int at = lines.IndexOf(end); at >= 0; at = lines.IndexOf(end, at + 1))
        {
            _starts[place++] = (ushort)(number + at + 1);
        }

        _starts[place++] = (ushort)(number + lines.Length + 1);
        return place;
    }
}
