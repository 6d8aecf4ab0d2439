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

    /// <summary>Keeps the settings if they were changed.</summary>
    public void Update(long nowMs)
    {
        int revision = _settings.Revision;
        if (revision == _kept || nowMs < _notBeforeMs)
        {
            return;
        }

        if (_record.Save(_settings))
        {
            _kept = revision;
        }
        else
        {
            _notBeforeMs = nowMs + RetryMs;
        }
    }
}
