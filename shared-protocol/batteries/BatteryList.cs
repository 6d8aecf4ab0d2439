using System;

namespace ValenceNano.Protocol;

/// <summary>
/// The batteries of the bus, in the order of their serials, so that "B2" stays B2 over a restart. All objects are made
/// at start-up; a battery that is removed leaves its object to the next one.
/// </summary>
public sealed partial class BatteryList
{
    /// <summary>How many batteries there can be.</summary>
    public const int Capacity = 16;

    /// <summary>The lowest bus id that is given away, as the genuine display does.</summary>
    public const int FirstBusId = 2;

    // The first of them are batteries; the others are spare objects. The number is a field, for each look at a battery asks for it.
    private readonly Battery[] _all = new Battery[Capacity];
    private int _count;

    /// <summary>The shortest time for which values are live without newer ones, ms: three polls of the genuine display.</summary>
    internal const int MinLiveMs = 9500;

    /// <summary>How many batteries there are, 0..<see cref="Capacity"/>.</summary>
    public int Count => _count;

    /// <summary>Grows whenever all have been asked: there are new values to show.</summary>
    public int Revision { get; private set; }

    /// <summary>Makes an empty list.</summary>
    public BatteryList()
    {
        for (int i = 0; i < Capacity; i++)
        {
            _all[i] = new Battery(i);
        }
    }

    /// <summary>The battery at a place, 0..<see cref="Count"/> - 1. On the screen it is number <paramref name="index"/> + 1.</summary>
    public Battery this[int index]
    {
        get
        {
            if (index >= _count)
            {
                throw new ArgumentOutOfRangeException(nameof(index));
            }

            return _all[index];
        }
    }

    /// <summary>How many batteries are live.</summary>
    public int CountLive() => CountIn(BatteryState.Live);

    /// <summary>How many batteries answer, with data or without.</summary>
    internal int CountAnswering() => CountIn(BatteryState.Live) + CountIn(BatteryState.NoData);

    /// <summary>
    /// Tells whether there are batteries, and each of them answers and is known to be who it is. One that has no data to show is
    /// here as well: no search would bring any.
    /// </summary>
    internal bool AllAreHere()
    {
        for (int i = 0; i < Count; i++)
        {
            Battery battery = _all[i];
            bool isHere = battery.State == BatteryState.NoData || (battery.IsIdentified && battery.State == BatteryState.Live);
            if (!isHere)
            {
                return false;
            }
        }

        return Count > 0;
    }

    /// <summary>All have been asked.</summary>
    internal void EndCycle() => Revision++;

    /// <summary>The battery with the serial that stands in <paramref name="buffer"/>; null if there is none.</summary>
    public Battery FindSerial(byte[] buffer, int offset)
    {
        for (int i = 0; i < Count; i++)
        {
            Battery battery = _all[i];
            if (battery.HasSerial && BatteryOrder.Compare(battery.Serial, buffer, offset) == 0)
            {
                return battery;
            }
        }

        return null;
    }

    /// <summary>The battery with this bus id; null if there is none.</summary>
    public Battery FindBusId(int busId)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_all[i].BusId == busId)
            {
                return _all[i];
            }
        }

        return null;
    }

    /// <summary>The lowest bus id, 2 or more, that no battery has.</summary>
    public int FreeBusId()
    {
        int busId = FirstBusId;
        while (FindBusId(busId) != null)
        {
            busId++;
        }

        return busId;
    }

    /// <summary>No bus id holds any longer: batteries are known by their serials, or not at all.</summary>
    internal void ForgetBusIds(long nowMs)
    {
        RemoveNameless();
        for (int i = 0; i < Count; i++)
        {
            _all[i].LoseBusId(nowMs);
        }
    }

    /// <summary>Makes the batteries of another master those of our own: each has a serial and a bus id to be asked under.</summary>
    internal void TakeOver()
    {
        RemoveNameless();
        for (int i = 0; i < Count; i++)
        {
            if (_all[i].BusId == 0)
            {
                _all[i].BusId = FreeBusId();
            }
        }
    }

    /// <summary>Batteries whose values are too old, by <see cref="Battery.LiveUntilMs"/>, are no longer live.</summary>
    /// <returns>When the next values will be too old, ms; with none live, the earliest time they could.</returns>
    internal long Expire(long nowMs)
    {
        long next = nowMs + MinLiveMs;
        for (int i = 0; i < Count; i++)
        {
            Battery battery = _all[i];
            if (battery.State != BatteryState.Live)
            {
                continue;
            }

            if (nowMs >= battery.LiveUntilMs)
            {
                battery.Expire();
            }
            else if (battery.LiveUntilMs < next)
            {
                next = battery.LiveUntilMs;
            }
        }

        return next;
    }

    /// <summary>Nobody asks any more those that answered without data: they answer no more.</summary>
    internal void ExpireWithoutData()
    {
        for (int i = 0; i < Count; i++)
        {
            _all[i].ExpireWithoutData();
        }
    }

    private int CountIn(BatteryState state)
    {
        int count = 0;
        for (int i = 0; i < Count; i++)
        {
            count += _all[i].State == state ? 1 : 0;
        }

        return count;
    }
}
