namespace ValenceNano.Model;

/// <summary>
/// Keeps small records over a restart, by name and slot. A record is replaced as a whole or not at all; what a torn write leaves is for the
/// caller to see by its own CRC. Nothing here throws.
/// </summary>
public interface IStore
{
    /// <summary>Reads a record.</summary>
    /// <param name="name">Lower-case letters, digits and <c>-</c>, at most 14 characters.</param>
    /// <param name="slot">Which of those of this name, <c>a</c> or <c>b</c>: <c>days-a</c> is where a file of it may be.</param>
    /// <param name="buffer">Where to, from its first place.</param>
    /// <returns>Its length in bytes; -1: there is none, it cannot be read, or it is longer than the buffer.</returns>
    int Load(string name, char slot, byte[] buffer);

    /// <summary>Replaces a record.</summary>
    /// <param name="name">As in <see cref="Load"/>.</param>
    /// <param name="slot">As in <see cref="Load"/>.</param>
    /// <param name="buffer">Where from, from its first byte.</param>
    /// <param name="count">Its length, bytes.</param>
    /// <returns>False: it could not be kept; the one before is still there.</returns>
    bool Save(string name, char slot, byte[] buffer, int count);
}
