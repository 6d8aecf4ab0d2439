using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// A record that outlives a torn write: it is written by turns into two slots of an <see cref="IStore"/>, each with a version, a number
/// that counts the writes, and a CRC. What a write that was cut off leaves is seen by its CRC, and the slot before it holds.
/// </summary>
/// <remarks>In the buffer: version, write number (32 bits, little endian), the content, CRC-16 as on the bus.</remarks>
public sealed class TwoSlotRecord
{
    /// <summary>Where the content begins in the buffer.</summary>
    public const int Header = 5;

    /// <summary>What a record takes besides its content, bytes.</summary>
    public const int Overhead = Header + 2;

    private const char First = 'a';
    private const char Second = 'b';

    private readonly IStore _store;
    private readonly string _name;
    private readonly byte _version;
    private int _writes;

    /// <summary>Makes a record that has not been looked for yet.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="name">Its name, as <see cref="IStore.Load"/> takes it.</param>
    /// <param name="version">Of its content's layout: a record with another one is none.</param>
    public TwoSlotRecord(IStore store, string name, byte version)
    {
        _store = store;
        _name = name;
        _version = version;
    }

    /// <summary>Reads the newer of the two slots that are whole.</summary>
    /// <param name="buffer">Where to; what is in it afterwards means nothing unless true is returned.</param>
    /// <param name="length">The record's length, its <see cref="Overhead"/> included, bytes.</param>
    /// <returns>True: its content is in the buffer, from <see cref="Header"/> on.</returns>
    public bool Load(byte[] buffer, int length)
    {
        int first = LoadSlot(First, buffer, length);
        int second = LoadSlot(Second, buffer, length);
        _writes = first > second ? first : second;
        return _writes > 0 && (second > first || LoadSlot(First, buffer, length) > 0);
    }

    /// <summary>Tells whether anything was ever kept, whole or not.</summary>
    /// <param name="buffer">What is in it is lost.</param>
    public bool IsThere(byte[] buffer) => _store.Load(_name, First, buffer) >= 0 || _store.Load(_name, Second, buffer) >= 0;

    /// <summary>Reads again what was last loaded or saved: one slot to look at instead of two.</summary>
    /// <returns>As <see cref="Load"/>.</returns>
    public bool LoadAgain(byte[] buffer, int length) => LoadSlot(Newest(_writes), buffer, length) == _writes && _writes > 0;

    /// <summary>Writes the slot that is older.</summary>
    /// <param name="buffer">The content, from <see cref="Header"/> on; header and CRC are put around it.</param>
    /// <param name="length">The record's length, its <see cref="Overhead"/> included, bytes.</param>
    /// <returns>False: it could not be written; what was kept before still is.</returns>
    public bool Save(byte[] buffer, int length)
    {
        int writes = _writes + 1;
        buffer[0] = _version;
        buffer[1] = (byte)writes;
        buffer[2] = (byte)(writes >> 8);
        buffer[3] = (byte)(writes >> 16);
        buffer[4] = (byte)(writes >> 24);
        Crc16.Seal(buffer, length);
        if (!_store.Save(_name, Newest(writes), buffer, length))
        {
            return false;
        }

        _writes = writes;
        return true;
    }

    // The slot that has this write.
    private static char Newest(int writes) => (writes & 1) != 0 ? First : Second;

    // The number of its write, 1..; 0 if it is not whole.
    private int LoadSlot(char slot, byte[] buffer, int length)
    {
        bool isWhole = _store.Load(_name, slot, buffer) == length && buffer[0] == _version && Crc16.IsGood(buffer, 0, length);
        int writes = buffer[1] | (buffer[2] << 8) | (buffer[3] << 16) | (buffer[4] << 24);
        return isWhole && writes > 0 ? writes : 0;
    }
}
