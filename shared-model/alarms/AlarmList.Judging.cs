using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>How values are judged, and what becomes of alarms without any.</summary>
public sealed partial class AlarmList
{
    /// <summary>A battery that has not been asked for longer is lost, ms.</summary>
    private const int MaxUnaskedMs = BusMaster.MaxPollIntervalMs + 5000;

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
        bool isAnyInDoubt = false;
        for (int i = 0; i < _batteries.Count; i++)
        {
            Battery battery = _batteries[i];
            if (_generations[battery.Place] != battery.Generation)
            {
                _generations[battery.Place] = (short)battery.Generation;
                SetDoubt(battery, false);
            }

            if (_judged[battery.Place] != battery.Updates && battery.State == BatteryState.Live)
            {
                _judged[battery.Place] = (short)battery.Updates;
                CheckValues(battery, battery.Values, battery.ValuesMs);
            }

            Judge(battery, AlarmKind.BatteryLost, IsLost(battery, nowMs) ? 1 : 0, true, nowMs);
            Judge(battery, AlarmKind.RepliesInconsistent, battery.Contradictions, true, nowMs);
            isAnyInDoubt |= IsInDoubt(battery) && (battery.State == BatteryState.Live || battery.State == BatteryState.Asleep);
        }

        IsAnyInDoubt = isAnyInDoubt;
    }

    // One that was only just found has had no time to answer. Where nobody asks, beside a master that polls seldom or has just left, silence
    // tells nothing for as long as the slowest master may take.
    private static bool IsLost(Battery battery, long nowMs)
    {
        bool isSilent = battery.MissedPolls > 0 || battery.AgeMs(nowMs) > MaxUnaskedMs;
        return battery.State == BatteryState.Lost && isSilent && (battery.HasValues || battery.MissedPolls >= Battery.MaxMissedPolls);
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
        bool isAtRest = absoluteMa < AlarmTable.RestMaxMa;
        Judge(battery, AlarmKind.SocDisagrees, outsideMv, isAtRest, ms);
        JudgeDoubt(battery, outsideMv, isAtRest);
    }

    // It begins with the alarm, or where the list has no room for one, and ends when they agree at rest.
    private void JudgeDoubt(Battery battery, int outsideMv, bool isAtRest)
    {
        if (!IsOpen(battery, AlarmKind.SocDisagrees))
        {
            if (isAtRest)
            {
                SetDoubt(battery, outsideMv > 0);
            }
        }
        else if (_slots[_slots.IndexOf(battery, AlarmKind.SocDisagrees)].Severity != AlarmSeverity.None)
        {
            SetDoubt(battery, true);
        }
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

        if (_slots.IsFull && severity == AlarmSeverity.Alarm)
        {
            RemoveLongestOver();
        }

        _slots.Sort();
        return !_slots.IsFull;
    }

    private void RemoveLongestOver()
    {
        int longest = -1;
        for (int i = 0; i < _slots.UsedCount; i++)
        {
            if (_slots[i].IsOver && (longest < 0 || _slots[i].OverSinceMs < _slots[longest].OverSinceMs))
            {
                longest = i;
            }
        }

        if (longest >= 0)
        {
            RemoveAt(longest);
        }
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
                if (alarm.IsOver)
                {
                    // It may have been found again since the last update.
                    AttachAgain(alarm);
                }
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
        Battery battery = _batteries.FindSerial(alarm.Serials, alarm.SerialStart);
        if (battery != null)
        {
            alarm.Attach(battery);
            Open(alarm);
        }
    }

    private void SetDoubt(Battery battery, bool isSo) =>
        _open[battery.Place] = (short)(isSo ? _open[battery.Place] | DoubtBit : _open[battery.Place] & ~DoubtBit);

    private void Open(Alarm alarm) => _open[alarm.Battery.Place] |= (short)(1 << (int)alarm.Kind);

    private void Close(Alarm alarm) => _open[alarm.Battery.Place] &= (short)~(1 << (int)alarm.Kind);

    private bool IsOpen(Battery battery, AlarmKind kind) => (_open[battery.Place] & (1 << (int)kind)) != 0;
}
