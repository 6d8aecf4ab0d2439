using System;

namespace ValenceNano.Protocol;

/// <summary>Who comes into the list, who leaves it, and where each stands.</summary>
public sealed partial class BatteryList
{
    /// <summary>Forgets a battery that is not live.</summary>
    /// <param name="serial">Its serial, from the first place on.</param>
    /// <returns>False: there is none of that serial, or it is live.</returns>
    public bool Forget(byte[] serial)
    {
        Battery battery = FindSerial(serial, 0);
        if (battery == null || battery.State == BatteryState.Live)
        {
            return false;
        }

        Remove(battery);
        return true;
    }

    /// <summary>
    /// Adds a battery with the serial that stands in <paramref name="buffer"/>. In a full list the newcomer takes the
    /// place of the battery that has been silent longest.
    /// </summary>
    /// <returns>The battery; null if the list is full of batteries that are here.</returns>
    internal Battery AddSerial(byte[] buffer, int offset)
    {
        Battery battery = Spare();
        if (battery != null)
        {
            battery.Name(buffer, offset);
            MoveIntoOrder(battery);
        }

        return battery;
    }

    /// <summary>Adds a battery of which only the bus id is known; null if the list is full of batteries that are here.</summary>
    internal Battery AddBusId(int busId)
    {
        Battery battery = Spare();
        if (battery != null)
        {
            battery.BusId = busId;
            MoveIntoOrder(battery);
        }

        return battery;
    }

    /// <summary>Removes a battery of this list; those behind it move up.</summary>
    internal void Remove(Battery battery)
    {
        int index = 0;
        while (_all[index] != battery)
        {
            index++;
        }

        battery.Forget();
        _count--;
        Array.Copy(_all, index + 1, _all, index, Count - index);
        _all[Count] = battery;
        Number();
    }

    /// <summary>Forgets the batteries that are lost, not those that sleep.</summary>
    internal void ForgetLost()
    {
        for (int i = Count - 1; i >= 0; i--)
        {
            if (_all[i].State == BatteryState.Lost)
            {
                Remove(_all[i]);
            }
        }
    }

    private void RemoveNameless()
    {
        while (Count > 0 && !_all[Count - 1].HasSerial)
        {
            Remove(_all[Count - 1]);
        }
    }

    // An empty battery at the end of the list.
    private Battery Spare()
    {
        if (Count == Capacity)
        {
            Battery longestSilent = LongestSilent();
            if (longestSilent == null)
            {
                return null;
            }

            Remove(longestSilent);
        }

        return _all[_count++];
    }

    // One that has just taken its bus id is here too, though it has sent no values yet.
    private Battery LongestSilent()
    {
        Battery found = null;
        for (int i = 0; i < Count; i++)
        {
            Battery battery = _all[i];
            bool isHere = battery.State == BatteryState.Live || battery.State == BatteryState.NoData || battery.IsIdentified;
            if (!isHere && (found == null || battery.ValuesMs < found.ValuesMs))
            {
                found = battery;
            }
        }

        return found;
    }

    private void MoveIntoOrder(Battery last)
    {
        int place = Count - 1;
        while (place > 0 && BatteryOrder.IsBefore(last, _all[place - 1]))
        {
            _all[place] = _all[place - 1];
            place--;
        }

        _all[place] = last;
        Number();
    }

    private void Number()
    {
        for (int i = 0; i < Count; i++)
        {
            _all[i].Number = i + 1;
        }
    }
}
