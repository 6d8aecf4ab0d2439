using System;

namespace ValenceNano.Protocol;

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
    private readonly AlarmLimits _limits;
    private readonly AlarmRules _rules;
    private readonly BatteryWatch[] _watches = new BatteryWatch[BatteryList.Capacity];

    // The first _used are conditions, in order; of these the first Count are raised. The others are spare objects.
    private readonly Alarm[] _all = new Alarm[Capacity];
    private int _used;

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
        limits.Validate();
        _batteries = batteries;
        _limits = limits;
        _rules = new AlarmRules(limits);
        for (int i = 0; i < Capacity; i++)
        {
            _all[i] = new Alarm();
        }

        for (int i = 0; i < _watches.Length; i++)
        {
            _watches[i] = new BatteryWatch();
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

    /// <summary>The worst; null if there is none.</summary>
    public Alarm Worst => Count > 0 ? _all[0] : null;

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
        EndStale();
        int count = _batteries.Count;
        for (int i = 0; i < count; i++)
        {
            Battery battery = _batteries[i];
            BatteryWatch watch = _watches[battery.Slot];
            if (watch.Battery == null || watch.IsStale)
            {
                watch.Begin(battery);
            }

            watch.Number = i + 1;
            if (watch.See())
            {
                Check(watch, battery, nowMs);
            }
        }
    }

    private void Check(BatteryWatch watch, Battery battery, long nowMs)
    {
        if (battery.State != BatteryState.Live)
        {
            EndValues(watch);
        }
        else if (watch.HasNewValues)
        {
            CheckValues(watch, battery.Values, battery.ValuesMs);
        }

        // One that was only just found has had no time to answer.
        bool isLost = battery.State == BatteryState.Lost
            && (battery.HasValues || battery.MissedPolls >= Battery.MaxMissedPolls);
        Judge(watch, _rules.BatteryLost, isLost ? 1 : 0, true, nowMs);
        Judge(watch, _rules.RepliesInconsistent, watch.Contradictions, true, nowMs);
    }

    private void CheckValues(BatteryWatch watch, Telemetry v, long ms)
    {
        int currentMa = v.CurrentMa;
        int absoluteMa = currentMa < 0 ? -currentMa : currentMa;
        Judge(watch, _rules.CellHigh, v.CellMaxMv, true, ms);
        Judge(watch, _rules.CellLow, v.CellMinMv, true, ms);
        Judge(watch, _rules.CellHot, v.CellMaxC, true, ms);
        Judge(watch, _rules.CellColdCharging, currentMa > _limits.ChargingMa ? v.CellMinC : int.MaxValue, true, ms);
        Judge(watch, _rules.BoardHot, v.BoardMaxC, true, ms);
        Judge(watch, _rules.SocLow, v.SocPermille, true, ms);
        Judge(watch, _rules.CellSpread, v.CellMaxMv - v.CellMinMv, absoluteMa < _limits.SpreadMaxMa, ms);
        int outsideMv = SocVoltage.OutsideMv(v.SocPermille, v.VoltageMv / Telemetry.CellCount);
        Judge(watch, _rules.SocDisagrees, outsideMv, absoluteMa < _limits.RestMaxMa, ms);
    }

    private void Judge(BatteryWatch watch, AlarmRule rule, int value, bool isTelling, long nowMs)
    {
        int index;
        if ((watch.Open & rule.Bit) != 0)
        {
            index = IndexOf(watch, rule.Kind);
        }
        else if (!isTelling || rule.IsFine(value))
        {
            return;
        }
        else
        {
            index = Open(watch, rule, value);
        }

        if (index >= 0)
        {
            Judge(index, value, isTelling, nowMs);
        }
    }

    private void Judge(int index, int value, bool isTelling, long nowMs)
    {
        Alarm alarm = _all[index];
        AlarmSeverity before = alarm.Severity;
        bool wasAcknowledged = alarm.IsAcknowledged;
        alarm.Judge(value, isTelling, nowMs);
        if (alarm.IsOver)
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
            MoveIntoOrder(index);
            CountRaised();
        }
    }

    private int IndexOf(BatteryWatch watch, AlarmKind kind)
    {
        int index = 0;
        while (_all[index].Watch != watch || _all[index].Kind != kind)
        {
            index++;
        }

        return index;
    }

    // An object for a new condition; -1 if all are taken by no less.
    private int Open(BatteryWatch watch, AlarmRule rule, int value)
    {
        if (_used == Capacity && rule.Judge(value) == AlarmSeverity.Alarm)
        {
            EndLastWarning();
        }

        if (_used == Capacity)
        {
            return -1;
        }

        _all[_used].Begin(rule, watch);
        return _used++;
    }

    private void EndLastWarning()
    {
        for (int i = _used - 1; i >= 0; i--)
        {
            if (!_all[i].IsAlarm)
            {
                EndAt(i);
                return;
            }
        }
    }

    // A battery that is no longer in the list is not updated any more, but its alarms must go.
    private void EndStale()
    {
        for (int i = _used - 1; i >= 0; i--)
        {
            if (_all[i].Watch.IsStale)
            {
                EndAt(i);
            }
        }
    }

    private void EndValues(BatteryWatch watch)
    {
        for (int i = _used - 1; i >= 0 && (watch.Open & AlarmRules.OfValues) != 0; i--)
        {
            bool isOfValues = ((1 << (int)_all[i].Kind) & AlarmRules.OfValues) != 0;
            if (_all[i].Watch == watch && isOfValues)
            {
                EndAt(i);
            }
        }
    }

    private void EndAt(int index)
    {
        Alarm alarm = _all[index];
        alarm.End();
        _used--;
        Array.Copy(_all, index + 1, _all, index, _used - index);
        _all[_used] = alarm;
        CountRaised();
    }

    private void MoveIntoOrder(int index)
    {
        Alarm alarm = _all[index];
        while (index > 0 && IsWorse(alarm, _all[index - 1]))
        {
            _all[index] = _all[index - 1];
            index--;
        }

        while (index < _used - 1 && IsWorse(_all[index + 1], alarm))
        {
            _all[index] = _all[index + 1];
            index++;
        }

        _all[index] = alarm;
    }

    // Conditions that are not raised yet have no severity, and so stand behind the others.
    private static bool IsWorse(Alarm a, Alarm b) =>
        a.Severity != b.Severity ? a.Severity > b.Severity : a.Kind < b.Kind;

    private void CountRaised()
    {
        int count = 0;
        while (count < _used && _all[count].Severity != AlarmSeverity.None)
        {
            count++;
        }

        Count = count;
    }
}
