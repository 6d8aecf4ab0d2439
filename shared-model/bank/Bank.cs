using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// All batteries taken together, as <see cref="BankWiring"/> has it. Only live batteries count; one that is not is left
/// out, and <see cref="LiveCount"/> below <see cref="BatteryCount"/> says so. What cannot be known without it, and
/// everything while none is live, is <see cref="Reading.Unknown"/>. With a single battery the numbers are its own,
/// whatever the wiring.
/// </summary>
/// <remarks>
/// The fields are those of the last <see cref="Update"/> that returned true; battery numbers too, which change when a
/// battery is found or forgotten.
/// </remarks>
public sealed class Bank
{
    /// <summary>The longest time to empty or full that is told, minutes: 99 h 59 min.</summary>
    public const int MaxMinutes = 5999;

    /// <summary>No time to empty or full is estimated from a smaller mean current, mA either way.</summary>
    public const int MinTimedCurrentMa = 300;

    /// <summary>A battery also changes its state between two poll cycles, or with no cycle ever ending: look this often, ms.</summary>
    private const int LookMs = 1000;

    private readonly BatteryList _batteries;
    private readonly Settings _settings;
    private readonly MeanCurrent _mean = new();
    private int _revision;
    private long _dueMs;
    private int _lowestPermille;
    private int _sharing;

    /// <summary>Batteries known, 0..<see cref="BatteryList.Capacity"/>.</summary>
    public int BatteryCount { get; private set; }

    /// <summary>How many of them are live.</summary>
    public int LiveCount { get; private set; }

    /// <summary>State of charge, 0..1000 permille. In parallel the mean, for all have one capacity; else the lowest.</summary>
    public int SocPermille { get; private set; }

    /// <summary>
    /// <see cref="SocPermille"/>, or while all are silent and one is asleep what it was: a battery that sleeps keeps its charge. For those who
    /// tell since when, such as by <see cref="ReadingId.LastSeen"/>.
    /// </summary>
    public int RestingSocPermille { get; private set; } = Reading.Unknown;

    /// <summary>
    /// Voltage, mV. In series the sum, unknown unless all are live; in parallel the mean; of separate batteries unknown.
    /// </summary>
    public int VoltageMv { get; private set; }

    /// <summary>
    /// Current, mA, charging positive. In series the mean: it is one current, and its gauges err to both sides. In
    /// parallel the sum of the live ones, so with one lost only what the others carry. Of separate batteries unknown.
    /// </summary>
    public int CurrentMa { get; private set; }

    /// <summary><see cref="VoltageMv"/> times <see cref="CurrentMa"/>, mW, charging positive.</summary>
    public int PowerMw { get; private set; }

    /// <summary>Lowest cell-group voltage of all, mV.</summary>
    public int CellMinMv { get; private set; }

    /// <summary>The battery it is in, 1..; 0 while none is live.</summary>
    public int CellMinBattery { get; private set; }

    /// <summary>The cell group it is, 1..4; 0 while none is live.</summary>
    public int CellMinCell { get; private set; }

    /// <summary>Highest cell-group voltage of all, mV.</summary>
    public int CellMaxMv { get; private set; }

    /// <summary>The battery it is in, 1..; 0 while none is live.</summary>
    public int CellMaxBattery { get; private set; }

    /// <summary>The cell group it is, 1..4; 0 while none is live.</summary>
    public int CellMaxCell { get; private set; }

    /// <summary>Charge that is left, mAh: of all live batteries in parallel, else of the emptiest one.</summary>
    public int RemainingMah =>
        SocPermille == Reading.Unknown || Wiring == BankWiring.Separate ? Reading.Unknown : (int)ChargeMah(SocPermille);

    /// <summary>
    /// The plain mean of the current over the last minutes, as many as are set, mA, charging positive: a refrigerator comes and goes in it.
    /// While there are fewer the mean of those, from one minute on.
    /// </summary>
    public int MeanMa { get; private set; } = Reading.Unknown;

    /// <summary>
    /// Minutes until <see cref="SocPermille"/> is at the floor that is set, to <see cref="MaxMinutes"/>. Known while it is discharged by
    /// <see cref="MeanMa"/>, and not charged now: a time beside a current the other way would be read as a fault. In series unknown unless
    /// all are live: the first to be empty ends it.
    /// </summary>
    public int ToEmptyMinutes { get; private set; }

    /// <summary>Minutes until <see cref="SocPermille"/> is 1000; while it is charged, as <see cref="ToEmptyMinutes"/>.</summary>
    public int ToFullMinutes { get; private set; }

    /// <summary>Makes a bank of which nothing is known yet.</summary>
    /// <param name="batteries">Its batteries.</param>
    /// <param name="settings">Wiring and capacity; a change counts from the next update on.</param>
    public Bank(BatteryList batteries, Settings settings)
    {
        _batteries = batteries;
        _settings = settings;
        Clear();
        Combine();
        EstimateTimes();
    }

    /// <summary>Combines anew when all have been asked, or a second has passed; in between a call costs next to nothing.</summary>
    /// <returns>True: the fields are of now. False: nothing was done.</returns>
    public bool Update(long nowMs)
    {
        if (_batteries.Revision == _revision && nowMs < _dueMs)
        {
            return false;
        }

        _revision = _batteries.Revision;
        _dueMs = nowMs + LookMs;
        Clear();
        int asleep = 0;
        for (int i = 0; i < BatteryCount; i++)
        {
            Battery battery = _batteries[i];
            BatteryState state = battery.State;
            if (state == BatteryState.Live)
            {
                Add(battery.Values, i + 1);
            }
            else if (state == BatteryState.Asleep)
            {
                asleep++;
            }
        }

        if (LiveCount > 0)
        {
            CellMinCell = CellGroup.Lowest(_batteries[CellMinBattery - 1].Values);
            CellMaxCell = CellGroup.Highest(_batteries[CellMaxBattery - 1].Values);
        }

        Combine();
        if (LiveCount > 0 || asleep == 0)
        {
            RestingSocPermille = SocPermille;
        }

        if (LiveCount > 0)
        {
            TakeSharing(LiveCount + asleep);
        }

        MeanMa = _mean.Take(CurrentMa, _settings.Get(SettingId.TimeWindow), nowMs);
        EstimateTimes();
        return true;
    }

    // What flowed through other batteries says nothing of these. One that sleeps has hardly a share in it, and comes and goes.
    private void TakeSharing(int sharing)
    {
        if (sharing != _sharing && Wiring == BankWiring.Parallel)
        {
            _mean.Clear();
        }

        _sharing = sharing;
    }

    /// <summary>How they are wired: one battery is a bank of one, whatever is set.</summary>
    internal BankWiring Wiring => BatteryCount == 1 ? BankWiring.Parallel : _settings.Wiring;

    private void Clear()
    {
        BatteryCount = _batteries.Count;
        LiveCount = 0;
        SocPermille = VoltageMv = CurrentMa = 0;
        _lowestPermille = CellMinMv = int.MaxValue;
        CellMaxMv = Reading.Unknown;
        CellMinBattery = CellMinCell = CellMaxBattery = CellMaxCell = 0;
    }

    // Sums at first, where Combine makes something else of them.
    private void Add(Telemetry values, int number)
    {
        LiveCount++;
        VoltageMv += values.VoltageMv;
        CurrentMa += values.CurrentMa;
        SocPermille += values.SocPermille;
        if (values.CellMinMv < CellMinMv)
        {
            CellMinMv = values.CellMinMv;
            CellMinBattery = number;
        }

        if (values.CellMaxMv > CellMaxMv)
        {
            CellMaxMv = values.CellMaxMv;
            CellMaxBattery = number;
        }

        if (values.SocPermille < _lowestPermille)
        {
            _lowestPermille = values.SocPermille;
        }
    }

    private void Combine()
    {
        BankWiring wiring = Wiring;
        if (LiveCount == 0)
        {
            SocPermille = CurrentMa = CellMinMv = Reading.Unknown;
        }
        else if (wiring == BankWiring.Parallel)
        {
            SocPermille = (SocPermille + (LiveCount / 2)) / LiveCount;
            VoltageMv /= LiveCount;
        }
        else
        {
            SocPermille = _lowestPermille;
            CurrentMa = wiring == BankWiring.Series ? CurrentMa / LiveCount : Reading.Unknown;
        }

        bool isWhole = wiring == BankWiring.Parallel || (wiring == BankWiring.Series && LiveCount == BatteryCount);
        bool isKnown = isWhole && LiveCount > 0;
        VoltageMv = isKnown ? VoltageMv : Reading.Unknown;
        PowerMw = isKnown ? (int)((long)VoltageMv * CurrentMa / 1000) : Reading.Unknown;
    }

    private void EstimateTimes()
    {
        ToEmptyMinutes = Reading.Unknown;
        ToFullMinutes = Reading.Unknown;

        // A voltage that is not known is a string with a member missing, and the missing one may be the emptiest.
        if (MeanMa == Reading.Unknown || VoltageMv == Reading.Unknown)
        {
            return;
        }

        if (MeanMa <= -MinTimedCurrentMa && CurrentMa <= 0)
        {
            int abovePermille = SocPermille - 10 * _settings.Get(SettingId.Floor);
            ToEmptyMinutes = abovePermille > 0 ? Minutes(abovePermille, -MeanMa) : 0;
        }
        else if (MeanMa >= MinTimedCurrentMa && CurrentMa >= 0)
        {
            ToFullMinutes = Minutes(1000 - SocPermille, MeanMa);
        }
    }

    // How long this part of the capacity lasts.
    private int Minutes(int permille, int currentMa)
    {
        long minutes = ChargeMah(permille) * 60 / currentMa;
        return minutes < MaxMinutes ? (int)minutes : MaxMinutes;
    }

    private long ChargeMah(int permille)
    {
        long chargeMah = (long)_settings.CapacityMah * permille / 1000;
        return Wiring == BankWiring.Parallel ? chargeMah * LiveCount : chargeMah;
    }
}
