namespace ValenceNano.Model;

/// <summary>
/// Keeps small records over a restart, by name. A record is replaced as a whole or not at all; what a torn write leaves is for the
/// caller to see by its own CRC. Nothing here throws.
/// </summary>
public interface IStore
{
    /// <summary>Reads a record.</summary>
    /// <param name="name">Lower-case letters, digits and <c>-</c>, at most 16 characters.</param>
    /// <param name="buffer">Where to, from its first place.</param>
    /// <returns>Its length in bytes; -1: there is none, it cannot be read, or it is longer than the buffer.</returns>
    int Load(string name, byte[] buffer);

    /// <summary>Replaces a record.</summary>
    /// <param name="name">As in <see cref="Load"/>.</param>
    /// <param name="buffer">Where from, from its first byte.</param>
    /// <param name="count">Its length, bytes.</param>
    /// <returns>False: it could not be kept; the one before is still there.</returns>
    bool Save(string name, byte[] buffer, int count);
}
