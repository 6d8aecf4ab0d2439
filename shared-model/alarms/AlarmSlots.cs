using System;
using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// The objects of an <see cref="AlarmList"/>, all made at start-up: first those in use, the worst first, then the spare ones.
/// </summary>
internal sealed class AlarmSlots
{
    private readonly Alarm[] _all;

    /// <summary>Makes so many, all spare.</summary>
    public AlarmSlots(int capacity)
    {
        _all = new Alarm[capacity];
        byte[] serials = new byte[capacity * MessageFormat.SerialLength];
        for (int i = 0; i < capacity; i++)
        {
            _all[i] = new Alarm(serials, i);
        }
    }

    /// <summary>How many are in use.</summary>
    public int UsedCount { get; private set; }

    /// <summary>How many of them have a severity, and so stand before the others; as of the last <see cref="Sort"/>.</summary>
    public int RaisedCount { get; private set; }

    /// <summary>There is none to spare.</summary>
    public bool IsFull => UsedCount == _all.Length;

    /// <summary>The first spare one, unless <see cref="IsFull"/>.</summary>
    public Alarm Spare => _all[UsedCount];

    /// <summary>One of those in use, 0..<see cref="UsedCount"/> - 1.</summary>
    public Alarm this[int index] => _all[index];

    /// <summary>Takes the spare one into use, behind the others, and answers where it is.</summary>
    public int UseSpare() => UsedCount++;

    /// <summary>Where the one of a battery and a kind is, which must be there.</summary>
    public int IndexOf(Battery battery, AlarmKind kind)
    {
        int index = 0;
        while (_all[index].Battery != battery || _all[index].Kind != kind)
        {
            index++;
        }

        return index;
    }

    /// <summary>Makes one spare; those behind it move up.</summary>
    public void RemoveAt(int index)
    {
        Alarm alarm = _all[index];
        UsedCount--;
        Array.Copy(_all, index + 1, _all, index, UsedCount - index);
        _all[UsedCount] = alarm;
    }

    /// <summary>
    /// Puts those in use in order. Of equals the older one stays in front. Conditions that are not raised yet have no severity, and so come
    /// last.
    /// </summary>
    public void Sort()
    {
        RaisedCount = 0;
        for (int i = 0; i < UsedCount; i++)
        {
            Alarm alarm = _all[i];
            RaisedCount += alarm.Severity != AlarmSeverity.None ? 1 : 0;
            int place = i;
            while (place > 0 && IsWorse(alarm, _all[place - 1]))
            {
                _all[place] = _all[place - 1];
                place--;
            }

            _all[place] = alarm;
        }
    }

    private static bool IsWorse(Alarm a, Alarm b)
    {
        if (a.Severity != b.Severity || a.IsOver != b.IsOver)
        {
            return a.Severity != b.Severity ? a.Severity > b.Severity : b.IsOver;
        }

        return a.Kind < b.Kind;
    }
}
