using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// The product without panel and network: bus, batteries, bank, alarms and what has become of them. A head gives it a port and a
/// clock, calls <see cref="Poll"/>, and shows what it finds here.
/// </summary>
public sealed class Monitor
{
    private readonly SettingsKeeper _keeper;
    private bool _hasLoaded;

    /// <summary>Makes a monitor that has not touched the bus yet.</summary>
    /// <param name="port">The bus; it belongs to this monitor from now on.</param>
    /// <param name="settings">
    /// What the owner has set; on top of it comes what the store has. Those that contradict one another are replaced by their defaults.
    /// </param>
    /// <param name="start">How the bus is begun with: listen first, speak at once, or never speak.</param>
    /// <param name="hasWakeLoad">Whether the head can switch a load that wakes sleeping batteries.</param>
    /// <param name="deviceNumber">
    /// Another one for each device, so that of two displays on one bus one speaks first; 0: no other is expected.
    /// </param>
    /// <param name="store">Where settings, energy, history and health are kept over a restart; null: nowhere.</param>
    /// <param name="replyMs">How long a battery's reply may take, ms: longer over a network than on a cable.</param>
    /// <param name="work">The <see cref="WorkSpace"/>; null: one of its own.</param>
    public Monitor(
        IBusPort port,
        Settings settings,
        BusRole start,
        bool hasWakeLoad = false,
        int deviceNumber = 0,
        IStore store = null,
        int replyMs = BusMonitor.ReplyMs,
        byte[] work = null)
    {
        WorkSpace = work ?? new byte[WorkLength];
        // The buffer of the days, who lend it to the settings on their way to the store.
        byte[] days = new byte[Days.RecordLength];
        _keeper = store == null ? null : new SettingsKeeper(settings, store, days);
        SettingRules.Repair(settings);
        Settings = settings;
        int pollIntervalMs = settings.Get(SettingId.PollInterval);
        Bus = new BusMonitor(port, pollIntervalMs, start, deviceNumber, replyMs);
        Bank = new Bank(Bus.Batteries, settings);
        Alarms = new AlarmList(Bus.Batteries, settings);
        Logbook = new Logbook(Bus.Batteries, Bank, Alarms, store, days, WorkSpace, pollIntervalMs);
        Readings = new Readings(Bus, Bank, Alarms, Logbook, settings);
        WakeLoad = hasWakeLoad ? new WakeLoad(settings) : null;
    }

    /// <summary>How much <see cref="WorkSpace"/> there is, bytes.</summary>
    public const int WorkLength = 1024;

    /// <summary>For whoever makes something within one call, a record or a piece of an answer: nobody leaves anything in it.</summary>
    public byte[] WorkSpace { get; }

    /// <summary>What the owner has set. The poll interval is that of the start.</summary>
    public Settings Settings { get; }

    /// <summary>Whether settings were kept before this start.</summary>
    public SettingsFound FoundSettings => _keeper == null ? SettingsFound.Nothing : _keeper.Found;

    /// <summary>The bus, and the batteries on it.</summary>
    public BusMonitor Bus { get; }

    /// <summary>The batteries together.</summary>
    public Bank Bank { get; }

    /// <summary>What is wrong.</summary>
    public AlarmList Alarms { get; }

    /// <summary>What has become of the batteries: energy, history, health.</summary>
    public Logbook Logbook { get; }

    /// <summary>All of it as <see cref="ReadingTable"/> lists it.</summary>
    public Readings Readings { get; }

    /// <summary>Whether the load is to be on that wakes sleeping batteries; null if there is none.</summary>
    public WakeLoad WakeLoad { get; }

    /// <summary>What there is to tell of the network; null: the head has none, or none that it runs.</summary>
    public NetworkStatus Network { get; init; }

    /// <summary>Takes what has arrived, does what is due on the bus, and judges what is new.</summary>
    /// <param name="nowMs">Time since start-up, ms: all times are on this clock, and it is shown as such.</param>
    /// <returns>When to call again at the latest, ms.</returns>
    public long Poll(long nowMs)
    {
        if (!_hasLoaded)
        {
            _hasLoaded = true;
            Logbook.Load(nowMs);
        }

        long dueMs = Bus.Poll(nowMs);
        if (Bank.Update(nowMs))
        {
            Alarms.Update(nowMs);
            Logbook.Update(nowMs);
        }

        if (_keeper != null && _keeper.IsDue(nowMs))
        {
            KeepSettings(nowMs);
        }

        if (WakeLoad != null)
        {
            Bus.IsWaking = WakeLoad.Update(nowMs, Bus.Role == BusRole.Master, Bank.LiveCount > 0);
        }

        return dueMs;
    }

    /// <summary>
    /// Keeps what was set and measured, also where that failed lately and would be tried again later: before an answer that says so, and
    /// before the program ends.
    /// </summary>
    public void Save(long nowMs)
    {
        SaveSettings(nowMs);
        Logbook.Save(nowMs);
    }

    /// <summary>As <see cref="Save"/>, of the settings alone.</summary>
    /// <returns>False: they could not be kept, and it will be tried again.</returns>
    public bool SaveSettings(long nowMs)
    {
        if (_keeper != null && _keeper.IsChanged)
        {
            KeepSettings(nowMs);
        }

        return _keeper == null || !_keeper.IsChanged;
    }

    private void KeepSettings(long nowMs)
    {
        if (!Logbook.Lend(nowMs))
        {
            _keeper.Postpone(nowMs);
            return;
        }

        _keeper.Save(nowMs);
        Logbook.TakeBack();
    }
}
