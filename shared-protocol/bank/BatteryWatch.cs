namespace ValenceNano.Protocol;

/// <summary>What the alarms keep about one <see cref="Battery"/> object, for as long as it is the same battery.</summary>
internal sealed class BatteryWatch
{
    private const int ForContradiction = 2;

    /// <summary>A battery that has contradicted itself for hours is believed again after six good replies.</summary>
    private const int MaxContradictions = 6;

    private int _generation;
    private BatteryState _state;
    private long _valuesMs;
    private int _missedPolls;
    private int _inconsistentReplies;

    /// <summary>The object; null before there was one.</summary>
    public Battery Battery;

    /// <summary>Its number, 1.., as of the last update.</summary>
    public int Number;

    /// <summary>A bit for each kind (1 shifted by the kind) of which an <see cref="Alarm"/> is in use.</summary>
    public int Open;

    /// <summary>The last <see cref="See"/> saw values that the one before did not.</summary>
    public bool HasNewValues;

    /// <summary>How much the last replies contradict themselves: 2 more for each that does, 1 less for each other poll, to 6.</summary>
    public int Contradictions;

    /// <summary>The battery it watches was forgotten.</summary>
    public bool IsStale => Battery.Generation != _generation;

    /// <summary>Watches this battery from now on.</summary>
    public void Begin(Battery battery)
    {
        Battery = battery;
        Open = 0;
        Contradictions = 0;
        _generation = battery.Generation;
        _valuesMs = -1;
        _inconsistentReplies = 0;
    }

    /// <summary>Looks at the battery.</summary>
    /// <returns>False: it is as it was. Nothing happens to it that changes none of the three.</returns>
    public bool See()
    {
        Battery battery = Battery;
        HasNewValues = battery.ValuesMs != _valuesMs;
        if (!HasNewValues && battery.MissedPolls == _missedPolls && battery.State == _state)
        {
            return false;
        }

        _valuesMs = battery.ValuesMs;
        _missedPolls = battery.MissedPolls;
        _state = battery.State;
        CountContradictions(battery.InconsistentReplies - _inconsistentReplies);
        return true;
    }

    private void CountContradictions(int more)
    {
        if (more > 0)
        {
            _inconsistentReplies += more;
            int sum = Contradictions + (ForContradiction * more);
            Contradictions = sum < MaxContradictions ? sum : MaxContradictions;
        }
        else if (Contradictions > 0)
        {
            Contradictions--;
        }
    }
}
