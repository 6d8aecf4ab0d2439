using System.Text;

namespace ValenceNano.Model;

/// <summary>
/// Fixed texts as bytes. On the device the characters of a <c>static readonly string</c> stay in flash, where an array of them takes RAM;
/// a literal that is no such field allocates each time it is executed.
/// </summary>
public static class FlashText
{
    /// <summary>UTF-8. The device's library makes a new one whenever it is asked for it.</summary>
    public static readonly Encoding Utf8 = Encoding.UTF8;

    /// <summary>
    /// For a text that is only looked at, at most 64 bytes: whoever copies one here is done with it before another one comes. So nothing that looks
    /// at texts may run in two threads at once.
    /// </summary>
    public static readonly byte[] Scratch = new byte[64];

    /// <summary>Copies a text of ASCII into a buffer, from <paramref name="offset"/> on.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Copy(string text, byte[] buffer, int offset) => Utf8.GetBytes(text, 0, text.Length, buffer, offset);

    /// <summary>Copies <paramref name="count"/> characters of a text of ASCII into a buffer, from the one at <paramref name="from"/> on.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Copy(string text, int from, int count, byte[] buffer, int offset) => Utf8.GetBytes(text, from, count, buffer, offset);
}
