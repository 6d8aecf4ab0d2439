using System;

using ValenceNano.Protocol;
namespace ValenceNano.Model;

/// <summary>
/// What is wrong with the batteries, the worst first. A condition is raised when it has been there for a minimum time, and
/// ends when it has been gone by its hysteresis for as long. Only live batteries have values to judge; one that is no
/// longer live is lost, which is an alarm, or asleep, which is none.
/// </summary>
public sealed class AlarmList
{
    /// <summary>How many conditions there can be, raised or about to be. In a full list alarms take the places of warnings.</summary>
    public const int Capacity = 24;

    private readonly BatteryList _batteries;
    private readonly int _spreadMaxMa;

    // By kind.
    private readonly AlarmRule[] _rules;

    // The first _used are conditions, in order; of these the first Count are raised. The others are spare objects.
    private readonly Alarm[] _all = new Alarm[Capacity];
    private int _used;

    // By a battery's place: one bit a kind of which there is a condition, and up to which of its values all are judged.
    private readonly int[] _open = new int[BatteryList.Capacity];
    private readonly int[] _generations = new int[BatteryList.Capacity];
    private readonly int[] _judged = new int[BatteryList.Capacity];

    /// <summary>How many are raised.</summary>
    public int Count;

    /// <summary>
    /// Grows whenever something must be shown anew: an alarm was raised, became an alarm from a warning, or has become
    /// much worse (by two hystereses) since it was acknowledged.
    /// </summary>
    public int News;

    /// <summary>Makes an empty list.</summary>
    /// <param name="batteries">The batteries to look after.</param>
    /// <param name="limits">From where values are bad; not to be changed any more.</param>
    /// <exception cref="ArgumentException">The limits contradict one another.</exception>
    public AlarmList(BatteryList batteries, AlarmLimits limits)
    {
        _batteries = batteries;
        _spreadMaxMa = limits.SpreadMaxMa;
        _rules = limits.MakeRules();
        for (int i = 0; i < Capacity; i++)
        {
            _all[i] = new Alarm();
        }
    }

    /// <summary>The raised one at a place, 0..<see cref="Count"/> - 1; 0 is the worst.</summary>
    public Alarm this[int index]
    {
        get
        {
            if (index >= Count)
            {
                throw new ArgumentOutOfRangeException(nameof(index));
            }

            return _all[index];
        }
    }

    /// <summary>The worst that is not acknowledged, and so must be shown; null if there is none.</summary>
    public Alarm WorstUnseen
    {
        get
        {
            for (int i = 0; i < Count; i++)
            {
                if (!_all[i].IsAcknowledged)
                {
                    return _all[i];
                }
            }

            return null;
        }
    }

    /// <summary>All that are raised now have been seen.</summary>
    public void Acknowledge()
    {
        for (int i = 0; i < Count; i++)
        {
            _all[i].Acknowledge();
        }
    }

    /// <summary>
    /// Judges what has changed. Call it whenever <see cref="Bank.Update"/> returned true; more often does no harm.
    /// </summary>
    public void Update(long nowMs)
    {
        EndGone();
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

    private void CheckValues(Battery battery, Telemetry v, long ms)
    {
        int currentMa = v.CurrentMa;
        int absoluteMa = currentMa < 0 ? -currentMa : currentMa;
        Judge(battery, AlarmKind.CellHigh, v.CellMaxMv, true, ms);
        Judge(battery, AlarmKind.CellLow, v.CellMinMv, true, ms);
        Judge(battery, AlarmKind.CellHot, v.CellMaxC, true, ms);
        int chargedC = currentMa > AlarmLimits.ChargingMa ? v.CellMinC : int.MaxValue;
        Judge(battery, AlarmKind.CellColdCharging, chargedC, true, ms);
        Judge(battery, AlarmKind.BoardHot, v.BoardMaxC, true, ms);
        Judge(battery, AlarmKind.SocLow, v.SocPermille, true, ms);
        Judge(battery, AlarmKind.CellSpread, v.CellMaxMv - v.CellMinMv, absoluteMa < _spreadMaxMa, ms);
        int outsideMv = SocVoltage.OutsideMv(v.SocPermille, (v.SeesHalfTheGroups ? v.VoltageMv / 2 : v.VoltageMv) / Telemetry.CellCount);
        Judge(battery, AlarmKind.SocDisagrees, outsideMv, absoluteMa < AlarmLimits.RestMaxMa, ms);
    }

    private void Judge(Battery battery, AlarmKind kind, int value, bool isTelling, long nowMs)
    {
        if (IsOpen(battery, kind))
        {
            Judge(IndexOf(battery, kind), value, isTelling, nowMs);
            return;
        }

        AlarmRule rule = _rules[(int)kind];
        AlarmSeverity severity = isTelling ? rule.Judge(value, 0) : AlarmSeverity.None;
        if (severity != AlarmSeverity.None && HasRoomFor(severity))
        {
            _open[battery.Place] |= 1 << (int)kind;
            _all[_used].Begin(battery, kind, rule);
            Judge(_used++, value, isTelling, nowMs);
        }
    }

    private void Judge(int index, int value, bool isTelling, long nowMs)
    {
        Alarm alarm = _all[index];
        AlarmSeverity before = alarm.Severity;
        bool wasAcknowledged = alarm.IsAcknowledged;
        alarm.Judge(value, isTelling, nowMs);
        if (alarm.Severity == AlarmSeverity.None && alarm.Pending == AlarmSeverity.None)
        {
            EndAt(index);
            return;
        }

        if (alarm.Severity > before || (wasAcknowledged && !alarm.IsAcknowledged))
        {
            News++;
        }

        if (alarm.Severity != before)
        {
            Sort();
        }
    }

    private int IndexOf(Battery battery, AlarmKind kind)
    {
        int index = 0;
        while (_all[index].Battery != battery || _all[index].Kind != kind)
        {
            index++;
        }

        return index;
    }

    private bool HasRoomFor(AlarmSeverity severity)
    {
        for (int i = _used - 1; i >= 0 && _used == Capacity && severity == AlarmSeverity.Alarm; i--)
        {
            if (_all[i].Severity != AlarmSeverity.Alarm && _all[i].Pending != AlarmSeverity.Alarm)
            {
                EndAt(i);
            }
        }

        return _used < Capacity;
    }

    // Those of a battery that was forgotten, and those of values where the values are no longer of now.
    private void EndGone()
    {
        for (int i = _used - 1; i >= 0; i--)
        {
            Alarm alarm = _all[i];
            bool isOfValues = alarm.Kind != AlarmKind.BatteryLost && alarm.Kind != AlarmKind.RepliesInconsistent;
            bool isForgotten = alarm.Battery.Generation != _generations[alarm.Battery.Place];
            if (isForgotten || (isOfValues && alarm.Battery.State != BatteryState.Live))
            {
                EndAt(i);
            }
        }
    }

    private bool IsOpen(Battery battery, AlarmKind kind) => (_open[battery.Place] & (1 << (int)kind)) != 0;

    private void EndAt(int index)
    {
        Alarm alarm = _all[index];
        _open[alarm.Battery.Place] &= ~(1 << (int)alarm.Kind);
        _used--;
        Array.Copy(_all, index + 1, _all, index, _used - index);
        _all[_used] = alarm;
        Sort();
    }

    // Of equals the older one stays in front. Conditions that are not raised yet have no severity, and so come last.
    private void Sort()
    {
        Count = 0;
        for (int i = 0; i < _used; i++)
        {
            Alarm alarm = _all[i];
            Count += alarm.Severity != AlarmSeverity.None ? 1 : 0;
            int place = i;
            while (place > 0 && IsWorse(alarm, _all[place - 1]))
            {
                _all[place] = _all[place - 1];
                place--;
            }

            _all[place] = alarm;
        }
    }

    private static bool IsWorse(Alarm a, Alarm b) =>
        a.Severity != b.Severity ? a.Severity > b.Severity : a.Kind < b.Kind;
}
