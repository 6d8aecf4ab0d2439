using System;
using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// One thing that is wrong with one battery, or was, and nobody has seen it yet. The objects belong to an <see cref="AlarmList"/> and
/// are reused: read them anew after each update.
/// </summary>
public sealed class Alarm
{
    // Where in _small the small numbers are, four bits each but for the last three: every field of an object takes 12 bytes on the device. The
    // last is since when Pending is so, ms, whose lower half is enough for a difference.
    private const int KindAt = 0;
    private const int SeverityAt = 4;
    private const int WorstUnseenAt = 8;
    private const int PendingAt = 12;
    private const int CellAt = 16;
    private const int AcknowledgedAt = 20;
    private const int OverFlag = 1 << 24;
    private const int IndexAt = 26;
    private const int IndexMask = 0x1F;
    private const int PendingSinceAt = 32;

    // The same in _numbers for those of 21 bits, of which one has its sign: millivolts, degrees or permille.
    private const int NumberBits = 21;
    private const int ValueAt = 0;
    private const int LimitAt = NumberBits;
    private const int AcknowledgedValueAt = 2 * NumberBits;

    private long _small;
    private long _numbers;

    /// <summary>Makes one that is nothing yet.</summary>
    /// <param name="serials">Where the serials of all alarms of the list are kept.</param>
    /// <param name="index">Which of them is its own, 0..31.</param>
    internal Alarm(byte[] serials, int index)
    {
        Serials = serials;
        _small = index << IndexAt;
    }

    /// <summary>What is wrong.</summary>
    public AlarmKind Kind
    {
        get => (AlarmKind)Small(KindAt);
        private set => SetSmall(KindAt, (int)value);
    }

    /// <summary>How bad it is: what has held for the minimum time. While <see cref="IsOver"/>, how bad it was at its worst.</summary>
    public AlarmSeverity Severity
    {
        get => (AlarmSeverity)Small(SeverityAt);
        private set => SetSmall(SeverityAt, (int)value);
    }

    /// <summary>The worst that it has been since somebody has seen it, or since it began.</summary>
    public AlarmSeverity WorstUnseen
    {
        get => (AlarmSeverity)Small(WorstUnseenAt);
        private set => SetSmall(WorstUnseenAt, (int)value);
    }

    /// <summary>The cell group, 1..4; 0 for a kind that is not about one.</summary>
    public int Cell
    {
        get => Small(CellAt);
        private set => SetSmall(CellAt, value);
    }

    /// <summary>The last value that was beyond <see cref="Limit"/>, in the unit of <see cref="Kind"/>.</summary>
    public int Value
    {
        get => Number(ValueAt);
        private set => SetNumber(ValueAt, value);
    }

    /// <summary>
    /// The limit that <see cref="Value"/> is beyond: the one set for <see cref="Severity"/>, or, once back behind that, the
    /// one to be passed for it to end. "2.52 V &lt; 2.55 V" is true where "2.52 V &lt; 2.50 V" is not.
    /// </summary>
    public int Limit
    {
        get => Number(LimitAt);
        private set => SetNumber(LimitAt, value);
    }

    /// <summary>Somebody has seen it, and it has not become worse since.</summary>
    public bool IsAcknowledged
    {
        get => Small(AcknowledgedAt) != 0;
        private set => SetSmall(AcknowledgedAt, value ? 1 : 0);
    }

    /// <summary>The condition has ended, and nobody has seen yet that it was there.</summary>
    public bool IsOver
    {
        get => (_small & OverFlag) != 0;
        private set => _small = value ? _small | OverFlag : _small & ~OverFlag;
    }

    /// <summary>Since when it is over, ms on the clock of <see cref="AlarmList.Update"/>.</summary>
    public long OverSinceMs { get; private set; }

    /// <summary>The battery it is wrong with; null for one that was forgotten since.</summary>
    public Battery Battery { get; private set; }

    /// <summary>Where that battery's serial is, from <see cref="SerialStart"/> on 12 bytes; all zero if it had said none.</summary>
    public byte[] Serials { get; }

    /// <summary>Where in <see cref="Serials"/> it begins.</summary>
    public int SerialStart => ((int)(_small >> IndexAt) & IndexMask) * MessageFormat.SerialLength;

    /// <summary>What <see cref="Severity"/> becomes when that has held for long enough; the same while nothing is due.</summary>
    internal AlarmSeverity Pending
    {
        get => (AlarmSeverity)Small(PendingAt);
        private set => SetSmall(PendingAt, (int)value);
    }

    /// <summary>There is nothing to keep the object for.</summary>
    internal bool IsNothing => Level == AlarmSeverity.None && Pending == AlarmSeverity.None && !IsOver;

    // How bad it is now.
    private AlarmSeverity Level => IsOver ? AlarmSeverity.None : Severity;

    /// <summary>Takes the object into use for a condition that is new.</summary>
    internal void Begin(Battery battery, AlarmKind kind)
    {
        Battery = battery;
        Array.Copy(battery.Serial, 0, Serials, SerialStart, MessageFormat.SerialLength);
        Kind = kind;
        Severity = AlarmSeverity.None;
        WorstUnseen = AlarmSeverity.None;
        Pending = AlarmSeverity.None;
        IsAcknowledged = false;
        IsOver = false;
    }

    /// <summary>It was seen as it is now.</summary>
    internal void Acknowledge()
    {
        IsAcknowledged = true;
        Severity = Level;
        IsOver = false;
        SetNumber(AcknowledgedValueAt, Value);
        WorstUnseen = AlarmSeverity.None;
    }

    /// <summary>
    /// The condition has ended, or is not to be seen any more. An alarm that nobody has seen is kept as over; everything else becomes
    /// nothing.
    /// </summary>
    internal void End(long nowMs)
    {
        Pending = AlarmSeverity.None;
        if (IsOver)
        {
            return;
        }

        IsOver = WorstUnseen == AlarmSeverity.Alarm && !IsAcknowledged;
        OverSinceMs = nowMs;
        Severity = IsOver ? WorstUnseen : AlarmSeverity.None;
    }

    /// <summary>Its battery was forgotten, and the object may become another one.</summary>
    internal void Detach() => Battery = null;

    /// <summary>Its battery is there again.</summary>
    internal void Attach(Battery battery) => Battery = battery;

    /// <summary>Judges a value of now: worse by the limits as they are, better only by the hysteresis.</summary>
    /// <param name="rules">Those of all kinds.</param>
    /// <param name="value">The value.</param>
    /// <param name="isTelling">False: it is taken at a time when it tells nothing. What is raised then stays so.</param>
    /// <param name="nowMs">When it came.</param>
    internal void Judge(AlarmRules rules, int value, bool isTelling, long nowMs)
    {
        AlarmKind kind = Kind;
        AlarmSeverity level = Level;
        AlarmSeverity better = rules.Judge(kind, value, rules.Hysteresis(kind));
        AlarmSeverity target = level;
        if (isTelling)
        {
            AlarmSeverity worse = rules.Judge(kind, value, 0);
            target = worse > level ? worse : better < level ? better : level;
        }

        Head(level, target, nowMs);
        if (Pending != level && (int)nowMs - PendingSinceMs >= rules.MinimumMs(kind))
        {
            Become(Pending, nowMs);
            level = Level;
            Head(level, target, nowMs);
        }

        if (level != AlarmSeverity.None && better >= level)
        {
            TakeValue(rules, kind, value);
        }
    }

    private void Become(AlarmSeverity level, long nowMs)
    {
        if (level == AlarmSeverity.None)
        {
            End(nowMs);
            return;
        }

        IsAcknowledged &= level < Severity;
        IsOver = false;
        Severity = level;
        WorstUnseen = level > WorstUnseen && !IsAcknowledged ? level : WorstUnseen;
    }

    // Of several steps in one direction the smallest is what has held all the time.
    private void Head(AlarmSeverity level, AlarmSeverity target, long nowMs)
    {
        bool rises = target > level;
        bool isNewDirection = Pending == level || rises != Pending > level;
        if (isNewDirection)
        {
            PendingSinceMs = (int)nowMs;
        }

        if (isNewDirection || (rises ? target < Pending : target > Pending))
        {
            Pending = target;
        }
    }

    private void TakeValue(AlarmRules rules, AlarmKind kind, int value)
    {
        Cell = CellOf(AlarmTable.Place(kind), Battery.Values);
        Value = value;
        Limit = rules.LimitFor(kind, value, Severity);
        if (IsAcknowledged && rules.IsMuchWorse(kind, value, Number(AcknowledgedValueAt)))
        {
            IsAcknowledged = false;
            WorstUnseen = Severity;
        }
    }

    private int PendingSinceMs
    {
        get => (int)(_small >> PendingSinceAt);
        set => _small = (uint)_small | ((long)value << PendingSinceAt);
    }

    private int Small(int at) => (int)(_small >> at) & 0xF;

    private void SetSmall(int at, int value) => _small = (_small & ~(0xFL << at)) | ((long)value << at);

    // Its sign is the highest of its bits.
    private int Number(int at) => (int)(_numbers << (64 - NumberBits - at) >> (64 - NumberBits));

    private void SetNumber(int at, int value)
    {
        long mask = (1L << NumberBits) - 1;
        _numbers = (_numbers & ~(mask << at)) | ((value & mask) << at);
    }

    private static int CellOf(AlarmPlace place, Telemetry values) => place switch
    {
        AlarmPlace.HighestCell => CellGroup.Highest(values),
        AlarmPlace.LowestCell => CellGroup.Lowest(values),
        AlarmPlace.HottestCell => CellGroup.Hottest(values),
        AlarmPlace.ColdestCell => CellGroup.Coldest(values),
        _ => 0,
    };
}
