namespace ValenceNano.Model;

/// <summary>Has settings outlive a restart: takes what was kept at the start, and keeps what is changed later.</summary>
internal sealed class SettingsKeeper
{
    /// <summary>What cannot be kept is tried again after so long, ms: a flash that is full does not get better sooner.</summary>
    private const int RetryMs = 60000;

    private readonly Settings _settings;
    private readonly SettingsRecord _record;
    private int _kept;
    private long _notBeforeMs;

    /// <summary>Takes what is kept, on top of what the settings are.</summary>
    /// <param name="settings">Which.</param>
    /// <param name="store">Where they are kept.</param>
    /// <param name="buffer">As <see cref="SettingsRecord"/> has it.</param>
    public SettingsKeeper(Settings settings, IStore store, byte[] buffer)
    {
        _settings = settings;
        _record = new SettingsRecord(store, buffer);
        Found = _record.Load(settings);
        _kept = settings.Revision;
    }

    /// <summary>What was there at the start.</summary>
    public SettingsFound Found { get; }

    /// <summary>The settings were changed since they were kept.</summary>
    public bool IsChanged => _settings.Revision != _kept;

    /// <summary>They were changed, and it is time to <see cref="Save"/> them.</summary>
    public bool IsDue(long nowMs) => IsChanged && nowMs >= _notBeforeMs;

    /// <summary>Keeps them, by way of the buffer.</summary>
    public void Save(long nowMs)
    {
        if (_record.Save(_settings))
        {
            _kept = _settings.Revision;
        }
        else
        {
            Postpone(nowMs);
        }
    }

    /// <summary>They cannot be kept now.</summary>
    public void Postpone(long nowMs) => _notBeforeMs = nowMs + RetryMs;
}
