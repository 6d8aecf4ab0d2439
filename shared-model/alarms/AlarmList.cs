using System;
using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// What is wrong with the batteries, the worst first. A condition is raised when it has been there for a minimum time, and
/// ends when it has been gone by its hysteresis for as long; one that was an alarm and that nobody has seen then stays as over, also
/// when its battery is forgotten. Only live batteries have values to judge; one that is no longer live is lost, which is an alarm, or
/// asleep, which is none.
/// </summary>
public sealed partial class AlarmList
{
    /// <summary>
    /// How many conditions there can be, raised or about to be. In a full list alarms take the places of warnings, then that of what is
    /// over longest.
    /// </summary>
    public const int Capacity = 20;

    private readonly BatteryList _batteries;
    private readonly Settings _settings;
    private readonly AlarmRules _rules = new();
    private int _spreadMaxMa;
    private int _revision;

    private readonly AlarmSlots _slots = new(Capacity);

    // By a battery's place: one bit a kind of which there is a condition, above them that of the doubt, and up to which of its values all are
    // judged.
    private const int DoubtBit = 1 << AlarmTable.Kinds;
    private readonly short[] _open = new short[BatteryList.Capacity];
    private readonly short[] _judged = new short[BatteryList.Capacity];
    private readonly short[] _generations = new short[BatteryList.Capacity];

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

    /// <summary>
    /// The state of charge of a battery that is live or asleep is in doubt; as of the last <see cref="Update"/>. It was judged at rest, and a
    /// load or a sleep is no better proof: so this may hold where <see cref="AlarmKind.SocDisagrees"/> is not in the list.
    /// </summary>
    public bool IsAnyInDoubt { get; private set; }

    /// <summary>The same of one battery, in whatever state it is.</summary>
    public bool IsInDoubt(Battery battery) => (_open[battery.Place] & DoubtBit) != 0;

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
    public void Acknowledge() => AcknowledgeSeen(Capacity);

    /// <summary>
    /// As <see cref="Acknowledge"/>, by somebody who was shown <see cref="WorstUnseen"/> and how many more there are, but of those only the
    /// first ones: what is over and was not shown stays.
    /// </summary>
    /// <param name="others">How many others were shown, in their order.</param>
    public void AcknowledgeSeen(int others)
    {
        Alarm first = WorstUnseen;
        int before = first == null ? 0 : 1;
        for (int i = Count - 1; i >= 0; i--)
        {
            Alarm alarm = _slots[i];
            before = alarm == first ? 0 : before;
            if (alarm == first || i - before < others || !alarm.IsOver)
            {
                alarm.Acknowledge();
                RemoveIfNothing(i);
            }
        }

        _slots.Sort();
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
