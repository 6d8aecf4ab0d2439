namespace ValenceNano.Model;

/// <summary>
/// Fixed texts, a line of one string each, known by their place in it. On the device a text takes two bytes of RAM that way, where each
/// string of its own would take 26.
/// </summary>
/// <remarks>Making one reads no static, so that static initialisers may.</remarks>
public sealed class FlashList
{
    private const char LineEnd = '\n';

    private readonly string _lines;

    // Where each line begins; the last is where one more would.
    private readonly ushort[] _starts;

    /// <summary>Makes a list.</summary>
    /// <param name="lines">The texts, ASCII, each but the last with a line feed behind it. To copy one takes the longer the more stand in front of it:
    /// a list is for some 30 of them.</param>
    public FlashList(string lines)
    {
        _lines = lines;
        int count = 1;
        for (int at = lines.IndexOf(LineEnd); at >= 0; at = lines.IndexOf(LineEnd, at + 1))
        {
            count++;
        }

        _starts = new ushort[count + 1];
        for (int i = 1; i < count; i++)
        {
            _starts[i] = (ushort)(lines.IndexOf(LineEnd, _starts[i - 1]) + 1);
        }

        _starts[count] = (ushort)(lines.Length + 1);
    }

    /// <summary>How many texts there are.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>How many characters a text has.</summary>
    public int Length(int place) => _starts[place + 1] - 1 - _starts[place];

    /// <summary>One character of a text of ASCII, from 0 on. For short and rare ways through a text: to find one takes as long as to copy it.</summary>
    public byte Byte(int place, int index) => (byte)_lines[_starts[place] + index];

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
        return FlashText.Copy(_lines, _starts[place], Length(place), buffer, offset);
    }
}
