using System;
using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// Which battery has which entry in the tables of energy, history and health. An entry belongs to a serial, so that a battery which was
/// forgotten, or was asked anew after a restart, finds its own again. Of a battery without a serial the entry is of its bus id, for
/// this session.
/// </summary>
internal sealed class Roster
{
    /// <summary>How many entries there are.</summary>
    public const int Capacity = BatteryList.Capacity;

    private const int SerialLength = MessageFormat.SerialLength;
    private const int None = -1;

    private readonly byte[] _serials = new byte[Capacity * SerialLength];

    // By entry the turn at which a battery got it, 0: never.
    private readonly int[] _turns = new int[Capacity];

    // By a battery's place.
    private readonly sbyte[] _entries = new sbyte[Capacity];
    private readonly short[] _generations = new short[Capacity];
    private int _turn;

    public Roster()
    {
        for (int i = 0; i < Capacity; i++)
        {
            _entries[i] = None;
        }
    }

    /// <summary>The entry of the battery that has this <see cref="Battery.Place"/> and <see cref="Battery.Generation"/>; -1 if it has none yet.</summary>
    public int Find(int place, int generation) => _generations[place] == generation ? _entries[place] : None;

    /// <summary>Gives a battery the entry of its serial, or if there is none that of the serial which has been away longest.</summary>
    /// <param name="battery">One that has no entry.</param>
    /// <param name="isNew">True: what is in the tables is of another one, and must be cleared.</param>
    public int Attach(Battery battery, out bool isNew)
    {
        int place = battery.Place;
        _entries[place] = None;
        int entry = FindSerial(battery);
        isNew = entry == None;
        if (isNew)
        {
            entry = Vacant();
            Array.Copy(battery.Serial, 0, _serials, entry * SerialLength, SerialLength);
            if (!battery.HasSerial)
            {
                _serials[entry * SerialLength + SerialLength - 1] = (byte)battery.BusId;
            }
        }

        int before = PlaceOf(entry);
        if (before != None)
        {
            _entries[before] = None;
        }

        _turns[entry] = ++_turn;
        _entries[place] = (sbyte)entry;
        _generations[place] = (short)battery.Generation;
        return entry;
    }

    /// <summary>Tells whether an entry is of a battery with a serial: only that is kept over a restart.</summary>
    public bool IsKept(int entry) => _turns[entry] > 0 && IsSerial(entry);

    /// <summary>Copies the serial of an entry that <see cref="IsKept"/>.</summary>
    public void Copy(int entry, byte[] buffer, int offset) => Array.Copy(_serials, entry * SerialLength, buffer, offset, SerialLength);

    /// <summary>Writes the serial of an entry, 12 bytes of 0 if it is nobody's, and its turn: one that is in use has not been away.</summary>
    public void Write(RecordCursor record, int entry)
    {
        record.PutBytes(_serials, entry * SerialLength, SerialLength);
        record.Int(PlaceOf(entry) != None ? _turn : _turns[entry]);
    }

    /// <summary>Reads it again.</summary>
    public void Read(RecordCursor record, int entry)
    {
        record.TakeBytes(_serials, entry * SerialLength, SerialLength);
        int turn = record.Int();
        _turns[entry] = IsSerial(entry) ? turn : 0;
        _turn = turn > _turn ? turn : _turn;
    }

    private bool IsSerial(int entry)
    {
        bool isSerial = false;
        for (int i = 0; i < SerialLength - 1; i++)
        {
            isSerial |= _serials[entry * SerialLength + i] != 0;
        }

        return isSerial;
    }

    // Of the battery that has this entry; None: there is none.
    private int PlaceOf(int entry)
    {
        int place = Capacity - 1;
        while (place >= 0 && _entries[place] != entry)
        {
            place--;
        }

        return place;
    }

    private int FindSerial(Battery battery)
    {
        for (int entry = 0; entry < Capacity; entry++)
        {
            if (_turns[entry] > 0 && IsOf(entry, battery))
            {
                return entry;
            }
        }

        return None;
    }

    private bool IsOf(int entry, Battery battery)
    {
        byte[] serial = battery.Serial;
        int at = entry * SerialLength;
        int last = battery.HasSerial ? serial[SerialLength - 1] : battery.BusId;
        bool isOf = _serials[at + SerialLength - 1] == last;
        for (int i = 0; isOf && i < SerialLength - 1; i++)
        {
            isOf = _serials[at + i] == serial[i];
        }

        return isOf;
    }

    // There always is one: the battery that wants it has none, and there are as many as batteries.
    private int Vacant()
    {
        int found = None;
        for (int entry = 0; entry < Capacity; entry++)
        {
            if (PlaceOf(entry) == None && (found == None || _turns[entry] < _turns[found]))
            {
                found = entry;
            }
        }

        return found;
    }
}
