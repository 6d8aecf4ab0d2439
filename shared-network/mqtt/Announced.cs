using System;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>
/// What has been told of each battery, and what is still to be told. One that was forgotten keeps its entry until that has been told too.
/// </summary>
internal sealed class Announced
{
    /// <summary>How many entries there are.</summary>
    public const int Capacity = BatteryList.Capacity;

    /// <summary>To be told: that it is there and what it is.</summary>
    public const int Config = 1;

    /// <summary>To be told: whether it answers.</summary>
    public const int Presence = 2;

    /// <summary>To be told: its values.</summary>
    public const int State = 4;

    /// <summary>To be told: that it is no more, first with <see cref="Config"/> that its discovery is not.</summary>
    public const int Removal = 8;

    /// <summary>No entry.</summary>
    public const int None = -1;

    private const int SerialLength = MessageFormat.SerialLength;

    // By entry, which is a battery's place in its list.
    private readonly byte[] _serials = new byte[Capacity * SerialLength];
    private readonly int[] _generations = new int[Capacity];
    private readonly byte[] _due = new byte[Capacity];
    private readonly byte[] _states = new byte[Capacity];
    private readonly byte[] _numbers = new byte[Capacity];
    private readonly bool[] _isKnown = new bool[Capacity];
    private readonly bool[] _isSeen = new bool[Capacity];

    // What is to be told of one or another; it may have been told since. Each turn of a loop asks.
    private int _any;

    /// <summary>The serials of all, 12 bytes each.</summary>
    public byte[] Serials => _serials;

    /// <summary>Where its serial begins.</summary>
    public static int Offset(int entry) => entry * SerialLength;

    /// <summary>Tells whether something of this is to be told of an entry.</summary>
    public bool IsDue(int entry, int what) => (_due[entry] & what) != 0;

    /// <summary>The first entry of which something of this is to be told.</summary>
    public int FindDue(int what)
    {
        if ((_any & what) == 0)
        {
            return None;
        }

        for (int entry = 0; entry < Capacity; entry++)
        {
            if ((_due[entry] & what) != 0)
            {
                return entry;
            }
        }

        _any &= ~what;
        return None;
    }

    /// <summary>It has been told.</summary>
    public void Tell(int entry, int what)
    {
        _due[entry] = (byte)(_due[entry] & ~what);
        if (what == Removal)
        {
            _isKnown[entry] = false;
        }
    }

    /// <summary>Something is to be told of all.</summary>
    public void Want(int what)
    {
        for (int entry = 0; entry < Capacity; entry++)
        {
            Want(entry, what);
        }
    }

    /// <summary>Something is to be told of one.</summary>
    public void Want(int entry, int what)
    {
        if (_isKnown[entry] && !IsDue(entry, Removal))
        {
            _due[entry] = (byte)(_due[entry] | what);
            _any |= what;
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
        Array.Clear(_isSeen, 0, Capacity);
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
            if (_isKnown[entry] && !_isSeen[entry] && !IsDue(entry, Removal))
            {
                _due[entry] = Removal | Config;
                _any |= Removal | Config;
                isNew = true;
            }
        }

        return isNew;
    }

    private bool Look(Battery battery)
    {
        int entry = battery.Place;
        if (_isKnown[entry] && _generations[entry] != battery.Generation)
        {
            // The object is another battery now; the one before is told of first.
            return false;
        }

        _isSeen[entry] = true;
        int due = 0;
        if (!_isKnown[entry])
        {
            _isKnown[entry] = true;
            _generations[entry] = battery.Generation;
            Array.Copy(battery.Serial, 0, _serials, Offset(entry), SerialLength);
            due = Config | Presence | State;
        }

        if (_states[entry] != (byte)battery.State)
        {
            due |= Presence | State;
        }

        if (_numbers[entry] != battery.Number)
        {
            // It may be called by it.
            due |= Config;
        }

        _due[entry] = (byte)(_due[entry] | due);
        _any |= due;
        _states[entry] = (byte)battery.State;
        _numbers[entry] = (byte)battery.Number;
        return due != 0;
    }
}
