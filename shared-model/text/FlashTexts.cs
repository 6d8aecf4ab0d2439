namespace ValenceNano.Model;

/// <summary>
/// Fixed texts, joined to one string or a few, known by their places, 0... On the device their characters stay in flash and a text takes two
/// bytes of RAM, where each string of its own would take 26.
/// </summary>
/// <remarks>Making them reads no static, so that static initialisers may.</remarks>
public sealed class FlashTexts
{
    private const char LineEnd = '\n';

    /// <summary>In <see cref="Start"/> the bits of the offset. Above them stands the number of the string.</summary>
    public const int OffsetMask = 0x7FF;

    /// <summary>In <see cref="Start"/> how many bits stand below the number of the string.</summary>
    public const int NumberShift = 11;

    private readonly string[] _strings;

    // Numbers fall from one string to the next, so that behind the last text of a string there follows a smaller place.
    private readonly ushort[] _starts;

    /// <summary>Makes them of the lines of a string.</summary>
    public FlashTexts(string lines)
        : this(LineEnd, lines)
    {
    }

    /// <summary>Makes them of strings.</summary>
    /// <param name="separator">What stands between two texts of a string.</param>
    /// <param name="strings">
    /// At most 32, of at most 2,047 characters. Each takes 24 bytes of RAM; but a copy takes the longer the longer its string is, some 50 ns a
    /// character on the chip, so some 500 of them are enough where texts are copied often.
    /// </param>
    public FlashTexts(char separator, params string[] strings)
    {
        int count = 0;
        for (int i = 0; i < strings.Length; i++)
        {
            count += strings[i].Split(separator).Length;
        }

        _strings = new string[strings.Length];
        _starts = new ushort[count + 1];
        int place = 0;
        for (int i = 0; i < strings.Length; i++)
        {
            int number = strings.Length - 1 - i;
            _strings[number] = strings[i];
            int start = 0;
            foreach (string text in strings[i].Split(separator))
            {
                _starts[place++] = (ushort)((number << NumberShift) + start);
                start += text.Length + 1;
            }
        }
    }

    /// <summary>How many texts there are.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>The strings, for who copies so many texts that a call for each is too much; not to be changed.</summary>
    public string[] Strings => _strings;

    /// <summary>Where a text begins: its offset, and which of <see cref="Strings"/>.</summary>
    public ushort Start(int place) => _starts[place];

    /// <summary>How many characters a text has.</summary>
    public int Length(int place)
    {
        int start = _starts[place];
        int length = _starts[place + 1] - start - 1;
        return length < 0 ? RestOf(start) : length;
    }

    /// <summary>One character of a text of ASCII, from 0 on. For short and rare ways through a text: to find one takes as long as to copy it.</summary>
    public byte Byte(int place, int index) => (byte)_strings[_starts[place] >> NumberShift][(_starts[place] & OffsetMask) + index];

    /// <summary>Tells whether a text of ASCII, of 64 characters at most, is these bytes.</summary>
    public bool Is(int place, byte[] bytes, int offset, int count)
    {
        if (Length(place) != count)
        {
            return false;
        }

        byte[] own = FlashText.Scratch;
        Copy(place, own, 0);
        int same = 0;
        while (same < count && own[same] == bytes[offset + same])
        {
            same++;
        }

        return same == count;
    }

    /// <summary>Copies a text into a buffer as UTF-8, from <paramref name="offset"/> on.</summary>
    /// <param name="place">Its place, 0..</param>
    /// <param name="buffer">Where to.</param>
    /// <param name="offset">From where on.</param>
    /// <returns>How many bytes were written.</returns>
    public int Copy(int place, byte[] buffer, int offset)
    {
        ushort[] starts = _starts;
        int start = starts[place];
        int length = starts[place + 1] - start - 1;
        if (length < 0)
        {
            length = RestOf(start);
        }

        // Of each reading that is written the key passes here: one call less.
        return FlashText.Utf8.GetBytes(_strings[start >> NumberShift], start & OffsetMask, length, buffer, offset);
    }

    /// <summary>Copies some characters of a text of ASCII, from one on.</summary>
    /// <returns>How many.</returns>
    public int CopyPart(int place, int from, int count, byte[] buffer, int offset)
    {
        int start = _starts[place];
        return FlashText.Copy(_strings[start >> NumberShift], (start & OffsetMask) + from, count, buffer, offset);
    }

    // How long the last text of a string is.
    private int RestOf(int start) => _strings[start >> NumberShift].Length - (start & OffsetMask);
}
