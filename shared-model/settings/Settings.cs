using System;
using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// The values of all settings. Each is always in its range: a value that is not is refused, or replaced by the default and told
/// by <see cref="IsReplaced"/>. Nothing is thrown.
/// </summary>
public sealed class Settings
{
    private const int Rows = (int)SettingId.Count;

    // Of a number or a choice the value; of a text its place in _texts, where its length stands in front of it. Behind those of all rows are
    // their defaults.
    private const int Defaults = Rows;
    private readonly int[] _values = new int[2 * Rows];
    private readonly byte[] _texts;

    // A bit for each row.
    private long _replaced;

    /// <summary>Makes settings that have their defaults.</summary>
    public Settings()
    {
        int place = 0;
        for (int row = 0; row < Rows; row++)
        {
            if (SettingTable.IsText((SettingId)row))
            {
                _values[row] = ++place;
                place += SettingTable.Max((SettingId)row);
            }
        }

        _texts = new byte[place];
        for (int row = 0; row < Rows; row++)
        {
            _values[Defaults + row] = SettingTable.Default((SettingId)row);
        }

        SetDefaults();
    }

    /// <summary>Grows whenever a value was set: whoever keeps something that was made of settings makes it anew then.</summary>
    public int Revision { get; private set; }

    /// <summary>How many settings have their default because what was to be set could not be.</summary>
    public int ReplacedCount { get; private set; }

    /// <summary>The batteries' names.</summary>
    public BatteryNames Names { get; } = new();

    /// <summary>How the batteries are wired together.</summary>
    public BankWiring Wiring => (BankWiring)_values[(int)SettingId.Wiring];

    /// <summary>Capacity of one battery, mAh.</summary>
    public int CapacityMah => _values[(int)SettingId.Capacity] * 1000;

    /// <summary>The value of a number, in the unit of its row, or of a choice, 0..</summary>
    public int Get(SettingId id) => _values[(int)id];

    /// <summary>Sets a number or a choice.</summary>
    /// <returns>False: it is out of range, and nothing was changed.</returns>
    public bool Set(SettingId id, int value)
    {
        if (SettingTable.IsText(id) || value < SettingTable.Min(id) || value > SettingTable.Max(id))
        {
            return false;
        }

        _values[(int)id] = value;
        Revision++;
        return true;
    }

    /// <summary>
    /// Gives a number or a choice another default than the table's, and sets it. If it is out of range the table's stays, which is told by
    /// <see cref="IsReplaced"/>.
    /// </summary>
    public void ChangeDefault(SettingId id, int value)
    {
        if (Set(id, value))
        {
            _values[Defaults + (int)id] = value;
        }
        else
        {
            Replace(id);
        }
    }

    /// <summary>The default of a number or a choice; of a text its place in <see cref="SettingTable.Texts"/>.</summary>
    public int Default(SettingId id) => _values[Defaults + (int)id];

    /// <summary>How many bytes a text has.</summary>
    public int TextLength(SettingId id) => _texts[_values[(int)id] - 1];

    /// <summary>Copies a text, and answers its length, bytes of UTF-8.</summary>
    public int CopyText(SettingId id, byte[] buffer, int offset)
    {
        int place = _values[(int)id];
        int length = _texts[place - 1];
        Array.Copy(_texts, place, buffer, offset, length);
        return length;
    }

    /// <summary>Sets a text.</summary>
    /// <returns>False: it is too long or has control characters, and nothing was changed.</returns>
    public bool SetText(SettingId id, byte[] text, int offset, int count)
    {
        bool isInRange = SettingTable.IsText(id) && count >= SettingTable.Min(id) && count <= SettingTable.Max(id);
        if (!isInRange || !TextRules.IsPlain(text, offset, count))
        {
            return false;
        }

        int place = _values[(int)id];
        _texts[place - 1] = (byte)count;
        Array.Copy(text, offset, _texts, place, count);
        Revision++;
        return true;
    }

    /// <summary>Gives a battery a name, or with an empty one takes it away.</summary>
    /// <param name="serial">Where its serial is.</param>
    /// <param name="serialOffset">From where on, 12 bytes.</param>
    /// <param name="name">Where the name is, UTF-8.</param>
    /// <param name="offset">From where on.</param>
    /// <param name="count">How many bytes, 0..<see cref="BatteryNames.MaxLength"/>.</param>
    /// <returns>False: it cannot be, and nothing was changed.</returns>
    public bool SetName(byte[] serial, int serialOffset, byte[] name, int offset, int count)
    {
        bool isSet = Names.Set(serial, serialOffset, name, offset, count);
        Revision += isSet ? 1 : 0;
        return isSet;
    }

    /// <summary>Makes room for another name, if there is none: a battery that is not among these loses its own.</summary>
    public void MakeRoomForName(BatteryList batteries)
    {
        if (Names.Count == BatteryNames.Capacity)
        {
            Names.RemoveGone(batteries);
            Revision++;
        }
    }

    /// <summary>Tells whether a setting has its default because what was to be set could not be.</summary>
    public bool IsReplaced(SettingId id) => (_replaced >> (int)id & 1) != 0;

    /// <summary>Sets the table's default in place of a value that cannot be.</summary>
    public void Replace(SettingId id)
    {
        _values[Defaults + (int)id] = SettingTable.Default(id);
        ReplacedCount += IsReplaced(id) ? 0 : 1;
        _replaced |= 1L << (int)id;
        SetDefault(id);
    }

    /// <summary>Sets all defaults, takes the names away, and forgets what was replaced.</summary>
    public void SetDefaults()
    {
        for (int row = 0; row < Rows; row++)
        {
            SetDefault((SettingId)row);
        }

        Names.Clear();
        _replaced = 0;
        ReplacedCount = 0;
    }

    /// <summary>Tells whether a setting has its default.</summary>
    public bool IsDefault(SettingId id)
    {
        int value = _values[Defaults + (int)id];
        if (!SettingTable.IsText(id))
        {
            return _values[(int)id] == value;
        }

        int place = _values[(int)id];
        return SettingTable.Texts.Is(value, _texts, place, _texts[place - 1]);
    }

    private void SetDefault(SettingId id)
    {
        int value = _values[Defaults + (int)id];
        if (SettingTable.IsText(id))
        {
            int place = _values[(int)id];
            _texts[place - 1] = (byte)SettingTable.Texts.Copy(value, _texts, place);
            Revision++;
        }
        else
        {
            Set(id, value);
        }
    }
}
