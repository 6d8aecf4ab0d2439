using ValenceNano.Model;

namespace ValenceNano.Firmware;

/// <summary>Keeps the settings over a restart. It allocates when there is something to be kept, which is when somebody has changed them.</summary>
internal sealed class SettingsKeeper
{
    private readonly IStore _store;
    private readonly Settings _settings;
    private int _revision;

    /// <summary>Takes what is kept, on top of what the board has.</summary>
    internal SettingsKeeper(IStore store, Settings settings)
    {
        _store = store;
        _settings = settings;
        MakeRecord().Load(settings);
        _revision = settings.Revision;
    }

    /// <summary>Keeps them, if anything has changed since.</summary>
    internal void SaveIfChanged()
    {
        if (_revision != _settings.Revision)
        {
            _revision = _settings.Revision;
            MakeRecord().Save(_settings);
        }
    }

    /// <summary>Keeps those of the board from the next start on.</summary>
    internal void Reset() => MakeRecord().Save(Board.MakeSettings());

    private SettingsRecord MakeRecord() => new(_store, new byte[SettingsCodec.MaxLength]);
}
