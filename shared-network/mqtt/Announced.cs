using System;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>
/// What has been told of each battery, and what is still to be told. One that was forgotten keeps its entry until it has been taken away
/// and the broker has said so.
/// </summary>
internal sealed class Announced
{
    /// <summary>To be told: that it is there and what it is.</summary>
    public const int Config = 1;

    /// <summary>To be told: whether it answers.</summary>
    public const int Presence = 2;

    /// <summary>To be told: its values.</summary>
    public const int State = 4;

    /// <summary>To be taken away, of one that is no more: its discovery.</summary>
    public const int ConfigRemoval = 8;

    /// <summary>To be taken away, of one that is no more: whether it answers.</summary>
    public const int PresenceRemoval = 16;

    /// <summary>No entry.</summary>
    public const int None = -1;

    // What else is so of an entry: a battery has it; the last look has found that one; it was forgotten.
    private const int Known = 32;
    private const int Seen = 64;
    private const int Gone = 128;

    private const int Removal = ConfigRemoval | PresenceRemoval;
    private const int Capacity = BatteryList.Capacity;
    private const int SerialLength = MessageFormat.SerialLength;

    // By entry, which is a battery's place in its list. What is shown of it: its number and, above that, its state.
    private readonly byte[] _serials = new byte[Capacity * SerialLength];
    private readonly short[] _generations = new short[Capacity];
    private readonly byte[] _flags = new byte[Capacity];
    private readonly byte[] _shown = new byte[Capacity];

    // What is so of one or another; it may be so no more. Each turn of a loop asks.
    private int _any;

    /// <summary>The serials of all, 12 bytes each.</summary>
    public byte[] Serials => _serials;

    /// <summary>There may be something to be told or taken away.</summary>
    public bool IsAnyDue => (_any & (Config | Presence | State | Removal)) != 0;

    /// <summary>Where its serial begins.</summary>
    public static int Offset(int entry) => entry * SerialLength;

    /// <summary>Tells whether something of this is due of an entry.</summary>
    public bool IsDue(int entry, int what) => (_flags[entry] & what) != 0;

    /// <summary>The first entry of which something of this is due.</summary>
    public int FindDue(int what)
    {
        if ((_any & what) == 0)
        {
            return None;
        }

        for (int entry = 0; entry < Capacity; entry++)
        {
            if ((_flags[entry] & what) != 0)
            {
                return entry;
            }
        }

        _any &= ~what;
        return None;
    }

    /// <summary>It has been told, or taken away.</summary>
    public void Tell(int entry, int what) => _flags[entry] = (byte)(_flags[entry] & ~what);

    /// <summary>Something is to be told of all that are there.</summary>
    public void Want(int what)
    {
        for (int entry = 0; entry < Capacity; entry++)
        {
            if ((_flags[entry] & (Known | Gone)) == Known)
            {
                Add(entry, what);
            }
        }
    }

    /// <summary>The broker may not have heard what was taken away: that is due again.</summary>
    public void RepeatRemovals()
    {
        for (int entry = FindDue(Gone); entry >= 0 && entry < Capacity; entry++)
        {
            if (IsDue(entry, Gone))
            {
                Add(entry, Removal);
            }
        }
    }

    /// <summary>The broker has heard all that was said: entries of which all was taken away are free.</summary>
    public void ConfirmRemovals()
    {
        for (int entry = FindDue(Gone); entry >= 0 && entry < Capacity; entry++)
        {
            if ((_flags[entry] & (Gone | Removal)) == Gone)
            {
                _flags[entry] = 0;
            }
        }
    }

    /// <summary>The battery of an entry; null if it was forgotten since the last look.</summary>
    public Battery Find(BatteryList batteries, int entry)
    {
        for (int i = 0; i < batteries.Count; i++)
        {
            Battery battery = batteries[i];
            if (battery.Place == entry)
            {
                return battery.Generation == _generations[entry] ? battery : null;
            }
        }

        return null;
    }

    /// <summary>Looks who is there.</summary>
    /// <returns>True: a battery has come, gone, or changed its state.</returns>
    public bool Look(BatteryList batteries)
    {
        bool isNew = false;
        int count = batteries.Count;
        for (int i = 0; i < count; i++)
        {
            Battery battery = batteries[i];
            if (battery.HasSerial)
            {
                isNew |= Look(battery);
            }
        }

        for (int entry = 0; entry < Capacity; entry++)
        {
            int flags = _flags[entry];
            if ((flags & (Known | Seen | Gone)) == Known)
            {
                _flags[entry] = Known;
                Add(entry, Gone | Removal);
                isNew = true;
            }
            else
            {
                _flags[entry] = (byte)(flags & ~Seen);
            }
        }

        return isNew;
    }

    private bool Look(Battery battery)
    {
        int entry = battery.Place;
        int shown = battery.Number | ((int)battery.State << 5);
        int changed = _shown[entry] ^ shown;
        int due = 0;
        if (!IsDue(entry, Known))
        {
            _generations[entry] = (short)battery.Generation;
            Array.Copy(battery.Serial, 0, _serials, Offset(entry), SerialLength);
            due = Known | Config | Presence | State;
        }
        else if (IsDue(entry, Gone) || _generations[entry] != battery.Generation)
        {
            // The object is another battery now; the one before is taken away first.
            return false;
        }
        else if (changed != 0)
        {
            // It may be called by its number.
            due = (changed & 31) != 0 ? Config : 0;
            due |= changed > 31 ? Presence | State : 0;
        }

        _shown[entry] = (byte)shown;
        Add(entry, due | Seen);
        return due != 0;
    }

    private void Add(int entry, int what)
    {
        _flags[entry] = (byte)(_flags[entry] | what);
        _any |= what;
    }
}
