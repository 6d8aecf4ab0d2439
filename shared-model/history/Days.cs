using System;
using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// The last 32 days of all batteries together. A day is one of the wall clock where that is known, else 24 h of running;
/// <see cref="IsDated"/> says which. The newest is today, and grows.
/// </summary>
public sealed partial class Days
{
    /// <summary>How many days there can be.</summary>
    public const int Capacity = 32;

    private const int DayMs = 86400000;

    /// <summary>After a restart a day that has a date goes on for so long without a clock, ms.</summary>
    private const int ClockMs = 600000;

    private const int Sums = EnergyMeter.Sums;
    // A bit for each that is a highest value.
    private const int Highs = (1 << (int)DayId.SocMax) | (1 << (int)DayId.VoltageMax) | (1 << (int)DayId.CellMax) | (1 << (int)DayId.CellMaxC);

    // In the ring: the number of the day with its top bit for a dated one, the sums, and from coverage on 16 bits each.
    private const int Fields = (int)DayId.Count;
    private const int DayLength = 4 + (4 * Sums) + (2 * (Fields - Sums));
    private const int Dated = int.MinValue;
    private const int VoltageUnitMv = 10;
    private const int NoValue = 0x8000;

    // In the record in front of the ring: place of the newest, count, and of today what it is made of.
    private const int FirstDay = TwoSlotRecord.Header + 4 + (8 * (Sums + 3));

    /// <summary>Length of its record, bytes.</summary>
    internal const int RecordLength = FirstDay + (Capacity * DayLength) + 2;

    private readonly EnergyMeter _meter;
    private readonly WallClock _wall;
    private readonly Bank _bank;
    private readonly byte[] _record;
    private readonly RecordCursor _cursor;

    // Today: by DayId what is the lowest or highest, and what the others are made of.
    private readonly int[] _today = new int[Fields];
    private readonly long[] _sums = new long[Sums];
    private long _seenMs;
    private long _batteryMs;
    private long _beganMs;
    private long _lastMs;
    private int _label = 1;
    private int _newest;

    // When a day of an earlier run was taken up, if one was: it is the one that began before.
    private long _restartMs = -1;

    // How many batteries there have been for a minute at least; below 0 since less than that.
    private int _steadyCount;

    /// <summary>Begins with a first day.</summary>
    /// <param name="meter">What the batteries take and give.</param>
    /// <param name="wall">Which day it is.</param>
    /// <param name="bank">The batteries together.</param>
    /// <param name="cursor">For its work within one call.</param>
    /// <param name="record">Where they are kept, as in their record: <see cref="RecordLength"/> bytes or more.</param>
    internal Days(EnergyMeter meter, WallClock wall, Bank bank, RecordCursor cursor, byte[] record)
    {
        _record = record;
        _cursor = cursor;
        _meter = meter;
        _wall = wall;
        _bank = bank;
        BeginDay();
    }

    /// <summary>How many days there are, 1..<see cref="Capacity"/>; today is one of them.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>Whether a day is one of the wall clock. 0 is today, 1 the one before it in the list.</summary>
    public bool IsDated(int ago) => (Label(ago) & Dated) != 0;

    /// <summary>Which day it is: of a dated one days since 1 January 1970, else 1 for the first day of running.</summary>
    public int Day(int ago) => Label(ago) & ~Dated;

    /// <summary>A value of a day; <see cref="Reading.Unknown"/> where nothing was seen.</summary>
    public int Get(int ago, DayId id)
    {
        if (ago < 0 || ago >= Count)
        {
            throw new ArgumentOutOfRangeException(nameof(ago));
        }

        return ago == 0 ? Today(id) : Kept(ago, id);
    }

    /// <summary>Keeps them, and as much as there is of today.</summary>
    internal bool Save(TwoSlotRecord slots, long nowMs)
    {
        Keep();
        _cursor.Begin(_record, TwoSlotRecord.Header);
        _cursor.Short(_newest);
        _cursor.Short(Count);
        for (int i = 0; i < Sums; i++)
        {
            _cursor.Long(_sums[i]);
        }

        _cursor.Long(_seenMs);
        _cursor.Long(_batteryMs);
        _cursor.Long(nowMs - _beganMs);
        return slots.Save(_record, RecordLength);
    }

    /// <summary>Fetches what was kept; its newest day goes on.</summary>
    internal void Load(TwoSlotRecord slots, long nowMs)
    {
        _lastMs = nowMs;
        _beganMs = nowMs;
        if (!slots.Load(_record, RecordLength))
        {
            return;
        }

        _cursor.Begin(_record, TwoSlotRecord.Header);
        _newest = _cursor.UShort() % Capacity;
        Count = 1 + ((_cursor.UShort() + Capacity - 1) % Capacity);
        for (int i = 0; i < Sums; i++)
        {
            _sums[i] = _cursor.Long();
        }

        _seenMs = _cursor.Long();
        _batteryMs = _cursor.Long();
        _beganMs = nowMs - _cursor.Long();
        _restartMs = nowMs;
        BeginAt(0);
        _label = _cursor.Int();
        for (int i = Sums; i < Fields; i++)
        {
            int value = Kept(0, (DayId)i);
            _today[i] = value != Reading.Unknown ? value : IsHigh(i) ? int.MinValue : int.MaxValue;
        }
    }

    /// <summary>The buffer was somebody else's meanwhile: fetches what was saved before, to go on as if nothing had been.</summary>
    internal void Restore(TwoSlotRecord slots)
    {
        if (!slots.LoadAgain(_record, RecordLength))
        {
            Count = 1;
        }
    }

    private static bool IsHigh(int field) => (Highs >> field & 1) != 0;

    private static bool IsVoltage(int field) => field >= (int)DayId.VoltageMin && field <= (int)DayId.VoltageMax;

    // Today into the ring.
    private void Keep()
    {
        _cursor.Begin(_record, FirstDay + (_newest * DayLength));
        _cursor.Int(_label);
        for (int i = 0; i < Fields; i++)
        {
            int value = Today((DayId)i);
            if (i < Sums)
            {
                _cursor.Int(value);
            }
            else
            {
                _cursor.Short(value == Reading.Unknown ? NoValue : IsVoltage(i) ? value / VoltageUnitMv : value);
            }
        }
    }

    private int Kept(int ago, DayId id)
    {
        int field = (int)id;
        BeginAt(ago);
        if (field < Sums)
        {
            Skip(4 * (field + 1));
            return _cursor.Int();
        }

        Skip(4 + (4 * Sums) + (2 * (field - Sums)));
        int value = _cursor.UShort();
        if (value == NoValue)
        {
            return Reading.Unknown;
        }

        return IsVoltage(field) ? value * VoltageUnitMv : value > NoValue ? value - 0x10000 : value;
    }

    private int Label(int ago)
    {
        if (ago == 0)
        {
            return _label;
        }

        BeginAt(ago);
        return _cursor.Int();
    }

    private void BeginAt(int ago) => _cursor.Begin(_record, FirstDay + ((_newest + Capacity - ago) % Capacity * DayLength));

    private void Skip(int count) => _cursor.Begin(_record, _cursor.Place + count);
}
