using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>How fixed texts are written, which the device has in flash.</summary>
public sealed partial class JsonWriter
{
    /// <summary>Writes a text of ASCII as it is.</summary>
    public void Raw(string text) => _count += FlashText.Utf8.GetBytes(text, 0, text.Length, _buffer, _count);

    /// <summary>Writes a text of a list as it is.</summary>
    /// <param name="list">The list.</param>
    /// <param name="place">Its place in it.</param>
    public void Raw(FlashTexts list, int place) => _count += list.Copy(place, _buffer, _count);

    /// <summary>Writes a fixed text as it is.</summary>
    internal void Raw(WebText text) => _count += WebTexts.Copy(text, _buffer, _count);

    /// <summary>Writes a fixed text as the key of a member.</summary>
    internal void Key(WebText key)
    {
        OpenText();
        Raw(key);
        _buffer[_count++] = (byte)'"';
        _buffer[_count++] = (byte)':';
        _wantsComma = false;
    }

    /// <summary>Writes the key of a member that is a text of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="place">Its place in it.</param>
    public void Key(FlashTexts list, int place)
    {
        byte[] buffer = _buffer;
        int at = _count;
        if (_wantsComma)
        {
            buffer[at++] = (byte)',';
        }

        buffer[at++] = (byte)'"';
        at += list.Copy(place, buffer, at);
        buffer[at] = (byte)'"';
        buffer[at + 1] = (byte)':';
        _count = at + 2;
        _wantsComma = false;
    }

    /// <summary>Writes the key of a member that is a text of a list, and has its comma, quotes and colon.</summary>
    /// <param name="list">The list.</param>
    /// <param name="place">Its place in it.</param>
    public void Member(FlashTexts list, int place)
    {
        _count += list.Copy(place, _buffer, _count);
        _wantsComma = false;
    }

    /// <summary>The same of a text that was looked up before.</summary>
    /// <param name="text">One of <see cref="FlashTexts.Strings"/>.</param>
    /// <param name="start">Where in it the key begins.</param>
    /// <param name="length">How many characters it has.</param>
    public void Member(string text, int start, int length)
    {
        _count += FlashText.Utf8.GetBytes(text, start, length, _buffer, _count);
        _wantsComma = false;
    }

    /// <summary>Writes a fixed text that has nothing to be escaped, as a value.</summary>
    internal void Text(WebText text)
    {
        OpenText();
        Raw(text);
        EndText();
    }

    /// <summary>Writes a text of a list that has nothing to be escaped, as a value.</summary>
    /// <param name="list">The list.</param>
    /// <param name="place">Its place in it.</param>
    public void Text(FlashTexts list, int place)
    {
        OpenText();
        Raw(list, place);
        EndText();
    }
}
