namespace ValenceNano.Model;

/// <summary>Keeps settings in an <see cref="IStore"/>.</summary>
public sealed class SettingsRecord
{
    private const byte Version = 1;
    private const int Length = SettingsCodec.MaxLength;
    private const int End = Length - (TwoSlotRecord.Overhead - TwoSlotRecord.Header);

    private readonly TwoSlotRecord _record;
    private readonly byte[] _buffer;

    /// <summary>Makes one that has not looked into the store yet.</summary>
    /// <param name="store">Where settings are kept.</param>
    /// <param name="buffer">For the record on its way, at least <see cref="SettingsCodec.MaxLength"/> bytes: what is in it is lost.</param>
    public SettingsRecord(IStore store, byte[] buffer)
    {
        _record = new TwoSlotRecord(store, "settings", Version);
        _buffer = buffer;
    }

    /// <summary>Takes what is kept, on top of what the settings are.</summary>
    /// <returns>
    /// What was found. Values that are out of range are replaced, which the settings tell; nothing whole leaves the settings as they are.
    /// </returns>
    public SettingsFound Load(Settings settings)
    {
        if (_record.Load(_buffer, Length))
        {
            SettingsCodec.Decode(settings, _buffer, TwoSlotRecord.Header, End);
            return SettingsFound.Whole;
        }

        return _record.IsThere(_buffer) ? SettingsFound.Unreadable : SettingsFound.Nothing;
    }

    /// <summary>Keeps the settings, and with them what a record of a later version has that this one does not know.</summary>
    /// <returns>False: they could not be kept, and the ones before still are.</returns>
    public bool Save(Settings settings)
    {
        if (!_record.Load(_buffer, Length))
        {
            System.Array.Clear(_buffer, 0, Length);
        }

        return SettingsCodec.Encode(settings, _buffer, TwoSlotRecord.Header, End) >= 0 && _record.Save(_buffer, Length);
    }
}
