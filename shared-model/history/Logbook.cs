using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// What has become of the batteries: hands every reply once to energy, extremes, history and health, and keeps them all over a restart.
/// </summary>
public sealed class Logbook
{
    /// <summary>Everything is written this often, ms.</summary>
    public const int SaveMs = 3600000;

    /// <summary>From one writing to the next, which a full charge or an alarm may bring forward, at least this, ms.</summary>
    public const int MinSaveMs = 600000;

    private const int MinuteMs = 60000;

    /// <summary>Where no round of polls ever ends, replies are taken this often, ms.</summary>
    private const int LookMs = 5000;

    private readonly BatteryList _batteries;
    private readonly Bank _bank;
    private readonly AlarmList _alarms;
    private readonly LogbookStore _store;

    // By a battery's place: which of its values have been taken.
    private readonly ushort[] _taken = new ushort[BatteryList.Capacity];
    private int _revision = -1;
    private long _dueMs;
    private long _minute;
    private int _news;

    /// <summary>Makes one that has not looked at its store yet.</summary>
    /// <param name="batteries">Whose it is.</param>
    /// <param name="bank">They together.</param>
    /// <param name="alarms">A new alarm is a reason to write.</param>
    /// <param name="store">Where it is kept; null: nowhere.</param>
    /// <param name="days">For the days, <see cref="Days.RecordLength"/> bytes.</param>
    /// <param name="work">For its work within one call, <see cref="LogbookStore.RecordLength"/> bytes.</param>
    /// <param name="pollIntervalMs">How often the batteries are asked, ms.</param>
    internal Logbook(BatteryList batteries, Bank bank, AlarmList alarms, IStore store, byte[] days, byte[] work, int pollIntervalMs)
    {
        Energy = new EnergyMeter(pollIntervalMs);
        _batteries = batteries;
        _bank = bank;
        _alarms = alarms;
        var cursor = new RecordCursor();
        Days = new Days(Energy, Wall, bank, cursor, days);
        _store = store == null ? null : new LogbookStore(this, store, cursor, work);
    }

    /// <summary>The time of day, if somebody tells it.</summary>
    public WallClock Wall { get; } = new();

    /// <summary>Charge and energy.</summary>
    public EnergyMeter Energy { get; }

    /// <summary>Highest and lowest, and what happened how often.</summary>
    public Extremes Extremes { get; } = new();

    /// <summary>Capacity and the weak group.</summary>
    public HealthMeter Health { get; } = new();

    /// <summary>The last 24 hours.</summary>
    public Graph Graph { get; } = new();

    /// <summary>The last 32 days.</summary>
    public Days Days { get; }

    /// <summary>Who has which entry.</summary>
    internal Roster Roster { get; } = new();

    /// <summary>How many batteries it has room for, those of earlier runs included.</summary>
    public const int Entries = Roster.Capacity;

    /// <summary>Copies the serial of a battery that it knows, now or from an earlier run.</summary>
    /// <param name="entry">0..<see cref="Entries"/> - 1.</param>
    /// <param name="buffer">Where to.</param>
    /// <param name="offset">From where on, 12 bytes.</param>
    /// <returns>False: there is none.</returns>
    public bool CopySerial(int entry, byte[] buffer, int offset)
    {
        bool isKept = Roster.IsKept(entry);
        if (isKept)
        {
            Roster.Copy(entry, buffer, offset);
        }

        return isKept;
    }

    /// <summary>Fetches what was kept. Call it once, before the first <see cref="Update"/>.</summary>
    internal void Load(long nowMs) => _store?.Load(nowMs);

    /// <summary>
    /// Takes what is new when all have been asked: in the midst of a round the next request would wait for it. Call it whenever
    /// <see cref="Bank.Update"/> returned true, after the alarms.
    /// </summary>
    internal void Update(long nowMs)
    {
        int revision = _batteries.Revision;
        if (_revision == revision && nowMs < _dueMs)
        {
            return;
        }

        _revision = revision;
        _dueMs = nowMs + LookMs;
        ushort[] taken = _taken;
        int count = _batteries.Count;
        for (int i = 0; i < count; i++)
        {
            Battery battery = _batteries[i];
            int place = battery.Place;
            int updates = battery.Updates;
            if (taken[place] != updates)
            {
                taken[place] = (ushort)updates;
                Take(battery, place);
            }
        }

        Graph.Take(_bank, nowMs);
        Days.Take(nowMs);
        long minute = nowMs / MinuteMs;
        if (minute != _minute)
        {
            _minute = minute;
            DoMinute(nowMs);
        }

        _store?.Update(nowMs);
    }

    /// <summary>Writes the days, and lends the buffer they were given until <see cref="TakeBack"/>. Not without a store.</summary>
    /// <returns>False: they could not be written, and the buffer is theirs still.</returns>
    internal bool Lend(long nowMs) => _store.Lend(nowMs);

    /// <summary>The buffer is that of the days again.</summary>
    internal void TakeBack() => _store.TakeBack();

    /// <summary>Writes everything now: the program ends.</summary>
    public void Save(long nowMs) => _store?.SaveAll(nowMs);

    /// <summary>Counts charge and energy from 0.</summary>
    public void ResetEnergy(long nowMs)
    {
        for (int entry = 0; entry < Roster.Capacity; entry++)
        {
            Energy.Clear(entry, nowMs);
        }

        Energy.ClearBank();
        _store?.WantNow();
    }

    /// <summary>Forgets highest and lowest, and what happened how often.</summary>
    public void ResetExtremes()
    {
        for (int entry = 0; entry < Roster.Capacity; entry++)
        {
            Extremes.Clear(entry);
        }

        _store?.WantNow();
    }

    /// <summary>Forgets capacities and weak groups.</summary>
    public void ResetHealth()
    {
        for (int entry = 0; entry < Roster.Capacity; entry++)
        {
            Health.Clear(entry);
        }

        _store?.WantNow();
    }

    /// <summary>The entry of a battery in the tables; -1 before its first reply.</summary>
    public int EntryOf(Battery battery) => Roster.Find(battery.Place, battery.Generation);

    private void Take(Battery battery, int place)
    {
        Telemetry values = battery.Values;
        long ms = battery.ValuesMs;
        int entry = Roster.Find(place, battery.Generation);
        if (entry < 0)
        {
            if (!battery.HasValues)
            {
                // What is new is of the battery that had the object before, and has left it within the round.
                return;
            }

            entry = Enter(battery, ms);
        }

        EnergyMeter energy = Energy;
        long charge = energy.Take(entry, values, ms);
        bool isContinued = energy.GapMs <= energy.MaxGapMs;
        if (!isContinued && Extremes.HasMoved(entry, values.SocPermille))
        {
            Health.EndRun(entry);
        }

        Extremes.Take(entry, values, isContinued);
        if (Health.Take(entry, values, charge, energy, isContinued))
        {
            Extremes.CountFullCharge(entry);
            _store?.Want(entry);
        }

        Days.Take(values);
    }

    private int Enter(Battery battery, long nowMs)
    {
        int entry = Roster.Attach(battery, out bool isNew);
        if (isNew)
        {
            Energy.Clear(entry, nowMs);
            Energy.Interrupt(entry);
            Extremes.Clear(entry);
            Health.Clear(entry);
        }

        CountMembers();
        return entry;
    }

    private void CountMembers()
    {
        int members = 0;
        for (int i = 0; i < _batteries.Count; i++)
        {
            members += EntryOf(_batteries[i]) >= 0 ? 1 : 0;
        }

        Energy.SetMembers(_bank.Wiring == BankWiring.Series && members > 1 ? members : 1);
    }

    private void DoMinute(long nowMs)
    {
        Days.TurnPage(nowMs);
        CountMembers();
        for (int i = 0; i < _batteries.Count; i++)
        {
            Battery battery = _batteries[i];
            int entry = EntryOf(battery);
            if (entry >= 0 && battery.State == BatteryState.Live)
            {
                Health.TakeRest(entry, battery.Values);
            }
        }

        bool isAlarm = _alarms.Count > 0 && _alarms[0].Severity == AlarmSeverity.Alarm;
        if (isAlarm && _news != _alarms.News)
        {
            _store?.Want();
        }

        _news = _alarms.News;
    }
}
