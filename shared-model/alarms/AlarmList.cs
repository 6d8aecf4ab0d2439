using System;
using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// What is wrong with the batteries, the worst first. A condition is raised when it has been there for a minimum time, and
/// ends when it has been gone by its hysteresis for as long; one that was an alarm and that nobody has seen then stays as over, also
/// when its battery is forgotten. Only live batteries have values to judge; one that is no longer live is lost, which is an alarm, or
/// asleep, which is none.
/// </summary>
public sealed class AlarmList
{
    /// <summary>How many conditions there can be, raised or about to be. In a full list alarms take the places of warnings.</summary>
    public const int Capacity = 20;

    private readonly BatteryList _batteries;
    private readonly Settings _settings;
    private readonly AlarmRules _rules = new();
    private int _spreadMaxMa;
    private int _revision;

    private readonly AlarmSlots _slots = new(Capacity);

    // By a battery's place: one bit a kind of which there is a condition, and up to which of its values all are judged.
    private readonly int[] _open = new int[BatteryList.Capacity];
    private readonly int[] _generations = new int[BatteryList.Capacity];
    private readonly int[] _judged = new int[BatteryList.Capacity];

    /// <summary>How many are raised, or over and not seen.</summary>
    public int Count => _slots.RaisedCount;

    /// <summary>
    /// Grows whenever something must be shown anew: an alarm was raised, became an alarm from a warning, or has become
    /// much worse (by two hystereses) since it was acknowledged.
    /// </summary>
    public int News { get; private set; }

    /// <summary>Makes an empty list.</summary>
    /// <param name="batteries">The batteries to look after.</param>
    /// <param name="settings">From where values are bad. A change counts from the next update on.</param>
    public AlarmList(BatteryList batteries, Settings settings)
    {
        _batteries = batteries;
        _settings = settings;
        TakeLimits();
    }

    /// <summary>The one at a place, 0..<see cref="Count"/> - 1; 0 is the worst.</summary>
    public Alarm this[int index]
    {
        get
        {
            if (index >= Count)
            {
                throw new ArgumentOutOfRangeException(nameof(index));
            }

            return _slots[index];
        }
    }

    /// <summary>The one that was worst and is not acknowledged, and so must be shown; null if there is none.</summary>
    public Alarm WorstUnseen
    {
        get
        {
            Alarm worst = null;
            for (int i = 0; i < Count; i++)
            {
                Alarm alarm = _slots[i];
                if (!alarm.IsAcknowledged && (worst == null || alarm.WorstUnseen > worst.WorstUnseen))
                {
                    worst = alarm;
                }
            }

            return worst;
        }
    }

    /// <summary>Tells whether a kind is raised now, of a battery or, with null, of any.</summary>
    public bool IsRaised(Battery battery, AlarmKind kind)
    {
        for (int i = 0; i < Count; i++)
        {
            Alarm alarm = _slots[i];
            if (alarm.Kind == kind && !alarm.IsOver && (battery == null || alarm.Battery == battery))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The worst that is there now, of a battery or, with null, of any; null if there is none.</summary>
    public Alarm Worst(Battery battery)
    {
        for (int i = 0; i < Count; i++)
        {
            Alarm alarm = _slots[i];
            if (!alarm.IsOver && (battery == null || alarm.Battery == battery))
            {
                return alarm;
            }
        }

        return null;
    }

    /// <summary>All that are there now have been seen. What is over needs no place any more.</summary>
    public void Acknowledge()
    {
        for (int i = Count - 1; i >= 0; i--)
        {
            _slots[i].Acknowledge();
            RemoveIfNothing(i);
        }

        _slots.Sort();
    }

    /// <summary>
    /// Judges what has changed. Call it whenever <see cref="Bank.Update"/> returned true; more often does no harm.
    /// </summary>
    public void Update(long nowMs)
    {
        if (_revision != _settings.Revision)
        {
            TakeLimits();
        }

        EndGone(nowMs);
        for (int i = 0; i < _batteries.Count; i++)
        {
            Battery battery = _batteries[i];
            _generations[battery.Place] = battery.Generation;
            if (_judged[battery.Place] != battery.Updates && battery.State == BatteryState.Live)
            {
                _judged[battery.Place] = battery.Updates;
                CheckValues(battery, battery.Values, battery.ValuesMs);
            }

            // One that was only just found has had no time to answer.
            bool isLost = battery.State == BatteryState.Lost
                && (battery.HasValues || battery.MissedPolls >= Battery.MaxMissedPolls);
            Judge(battery, AlarmKind.BatteryLost, isLost ? 1 : 0, true, nowMs);
            Judge(battery, AlarmKind.RepliesInconsistent, battery.Contradictions, true, nowMs);
        }
    }

    private void TakeLimits()
    {
        _revision = _settings.Revision;
        _spreadMaxMa = _settings.Get(SettingId.SpreadMaxCurrent);
        for (int kind = 0; kind < AlarmTable.Kinds; kind++)
        {
            AlarmTable.SetRule(_rules, (AlarmKind)kind, _settings);
        }
    }

    private void CheckValues(Battery battery, Telemetry v, long ms)
    {
        int currentMa = v.CurrentMa;
        int absoluteMa = currentMa < 0 ? -currentMa : currentMa;
        Judge(battery, AlarmKind.CellHigh, v.CellMaxMv, true, ms);
        Judge(battery, AlarmKind.CellLow, v.CellMinMv, true, ms);
        Judge(battery, AlarmKind.CellHot, v.CellMaxC, true, ms);
        int chargedC = currentMa > AlarmTable.ChargingMa ? v.CellMinC : int.MaxValue;
        Judge(battery, AlarmKind.CellColdCharging, chargedC, true, ms);
        Judge(battery, AlarmKind.BoardHot, v.BoardMaxC, true, ms);
        Judge(battery, AlarmKind.SocLow, v.SocPermille, true, ms);
        Judge(battery, AlarmKind.CellSpread, v.CellMaxMv - v.CellMinMv, absoluteMa < _spreadMaxMa, ms);
        int ofSeenMv = v.SeesHalfTheGroups ? v.VoltageMv / 2 : v.VoltageMv;
        int outsideMv = SocVoltage.OutsideMv(v.SocPermille, ofSeenMv / Telemetry.CellCount);
        Judge(battery, AlarmKind.SocDisagrees, outsideMv, absoluteMa < AlarmTable.RestMaxMa, ms);
    }

    private void Judge(Battery battery, AlarmKind kind, int value, bool isTelling, long nowMs)
    {
        if (IsOpen(battery, kind))
        {
            Judge(_slots.IndexOf(battery, kind), value, isTelling, nowMs);
            return;
        }

        AlarmSeverity severity = isTelling ? _rules.Judge(kind, value, 0) : AlarmSeverity.None;
        if (severity != AlarmSeverity.None && HasRoomFor(severity))
        {
            Alarm alarm = _slots.Spare;
            alarm.Begin(battery, kind);
            Open(alarm);
            Judge(_slots.UseSpare(), value, isTelling, nowMs);
        }
    }

    private void Judge(int index, int value, bool isTelling, long nowMs)
    {
        Alarm alarm = _slots[index];
        AlarmSeverity before = alarm.Severity;
        bool wasAcknowledged = alarm.IsAcknowledged;
        bool wasOver = alarm.IsOver;
        alarm.Judge(_rules, value, isTelling, nowMs);
        RemoveIfNothing(index);
        if (alarm.Severity > before || (wasAcknowledged && !alarm.IsAcknowledged))
        {
            News++;
        }

        if (alarm.Severity != before || alarm.IsOver != wasOver)
        {
            _slots.Sort();
        }
    }

    private bool HasRoomFor(AlarmSeverity severity)
    {
        for (int i = _slots.UsedCount - 1; i >= 0 && _slots.IsFull && severity == AlarmSeverity.Alarm; i--)
        {
            Alarm alarm = _slots[i];
            bool isAlarm = alarm.Severity == AlarmSeverity.Alarm || alarm.Pending == AlarmSeverity.Alarm;
            if (!isAlarm && alarm.WorstUnseen != AlarmSeverity.Alarm)
            {
                RemoveAt(i);
            }
        }

        _slots.Sort();
        return !_slots.IsFull;
    }

    // Those of a battery that was forgotten, and those of values where the values are no longer of now.
    private void EndGone(long nowMs)
    {
        for (int i = _slots.UsedCount - 1; i >= 0; i--)
        {
            Alarm alarm = _slots[i];
            Battery battery = alarm.Battery;
            if (battery == null)
            {
                AttachAgain(alarm);
            }
            else if (battery.Generation != _generations[battery.Place])
            {
                Close(alarm);
                alarm.Detach();
                alarm.End(nowMs);
                RemoveIfNothing(i);
            }
            else if (AlarmTable.IsOfValues(alarm.Kind) && battery.State != BatteryState.Live)
            {
                alarm.End(nowMs);
                RemoveIfNothing(i);
            }
        }

        _slots.Sort();
    }

    // What is over of a battery that was forgotten is of the battery that says the same serial: before its first values are judged, so
    // that nothing of the kind is open yet.
    private void AttachAgain(Alarm alarm)
    {
        Battery battery = _batteries.FindSerial(alarm.Serial, 0);
        if (battery != null)
        {
            alarm.Attach(battery);
            Open(alarm);
        }
    }

    private void Open(Alarm alarm) => _open[alarm.Battery.Place] |= 1 << (int)alarm.Kind;

    private void Close(Alarm alarm) => _open[alarm.Battery.Place] &= ~(1 << (int)alarm.Kind);

    private bool IsOpen(Battery battery, AlarmKind kind) => (_open[battery.Place] & (1 << (int)kind)) != 0;

    private void RemoveIfNothing(int index)
    {
        if (_slots[index].IsNothing)
        {
            RemoveAt(index);
        }
    }

    private void RemoveAt(int index)
    {
        Alarm alarm = _slots[index];
        if (alarm.Battery != null)
        {
            Close(alarm);
        }

        _slots.RemoveAt(index);
    }
}
