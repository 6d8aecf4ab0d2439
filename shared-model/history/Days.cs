using System;
using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// The last 32 days of all batteries together. A day is one of the wall clock where that is known, else 24 h of running;
/// <see cref="IsDated"/> says which. The newest is today, and grows.
/// </summary>
public sealed class Days
{
    /// <summary>How many days there can be.</summary>
    public const int Capacity = 32;

    private const int DayMs = 86400000;
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
    private readonly byte[] _record;
    private readonly RecordCursor _cursor;

    // Today: by DayId what is the lowest or highest, and what the others are made of.
    private readonly int[] _today = new int[Fields];
    private readonly long[] _sums = new long[Sums];
    private long _seenMs;
    private long _batteryMs;
    private long _beganMs;
    private int _day = 1;
    private bool _isDated;
    private int _newest;
    private long _lastMs;

    /// <summary>Begins with a first day.</summary>
    /// <param name="meter">What the batteries take and give.</param>
    /// <param name="wall">Which day it is.</param>
    /// <param name="cursor">For its work within one call.</param>
    /// <param name="record">Where they are kept, as in their record: <see cref="RecordLength"/> bytes or more.</param>
    internal Days(EnergyMeter meter, WallClock wall, RecordCursor cursor, byte[] record)
    {
        _record = record;
        _cursor = cursor;
        _meter = meter;
        _wall = wall;
        BeginDay();
    }

    /// <summary>How many days there are, 1..<see cref="Capacity"/>; today is one of them.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>Whether a day is one of the wall clock. 0 is today, 1 the one before it in the list.</summary>
    public bool IsDated(int ago) => ago == 0 ? _isDated : (Label(ago) & Dated) != 0;

    /// <summary>Which day it is: of a dated one days since 1 January 1970, else 1 for the first day of running.</summary>
    public int Day(int ago) => ago == 0 ? _day : Label(ago) & ~Dated;

    /// <summary>A value of a day; <see cref="Reading.Unknown"/> where nothing was seen.</summary>
    public int Get(int ago, DayId id)
    {
        if (ago < 0 || ago >= Count)
        {
            throw new ArgumentOutOfRangeException(nameof(ago));
        }

        return ago == 0 ? Today(id) : Kept(ago, id);
    }

    /// <summary>Takes what the batteries are like now.</summary>
    internal void Take(Bank bank, long nowMs)
    {
        _batteryMs += (nowMs - _lastMs) * bank.BatteryCount;
        _lastMs = nowMs;
        if (bank.LiveCount == 0)
        {
            return;
        }

        int[] today = _today;
        int permille = bank.SocPermille;
        int mv = bank.VoltageMv;
        Widen(today, (int)DayId.SocMin, permille, permille);
        Widen(today, (int)DayId.CellMin, bank.CellMinMv, bank.CellMaxMv);
        if (mv != Reading.Unknown)
        {
            Widen(today, (int)DayId.VoltageMin, mv, mv);
        }
    }

    /// <summary>Takes a reply's temperatures.</summary>
    internal void Take(Telemetry v) => Widen(_today, (int)DayId.CellMinC, v.CellMinC, v.CellMaxC);

    /// <summary>Looks whether another day has begun: call it once a minute.</summary>
    internal void TurnPage(long nowMs)
    {
        _seenMs += _meter.Claim(_sums);
        bool isOver = nowMs - _beganMs >= DayMs;
        if (_wall.IsKnown)
        {
            int day = _wall.Day(nowMs);
            if (!_isDated && _wall.Day(_beganMs) == day)
            {
                _isDated = true;
                _day = day;
            }

            isOver = !_isDated || _day != day;
        }

        if (!isOver)
        {
            return;
        }

        Keep();
        _newest = (_newest + 1) % Capacity;
        Count += Count < Capacity ? 1 : 0;
        _day = _wall.IsKnown ? _wall.Day(nowMs) : _isDated ? 1 : _day + 1;
        _isDated = _wall.IsKnown;
        _beganMs = nowMs;
        BeginDay();
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
        int label = Label(0);
        _isDated = (label & Dated) != 0;
        _day = label & ~Dated;
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

    private static void Widen(int[] t, int at, int lowest, int highest)
    {
        if (lowest < t[at])
        {
            t[at] = lowest;
        }

        if (highest > t[at + 1])
        {
            t[at + 1] = highest;
        }
    }

    private static bool IsVoltage(int field) => field >= (int)DayId.VoltageMin && field <= (int)DayId.VoltageMax;

    private void BeginDay()
    {
        _seenMs = _batteryMs = 0;
        for (int i = 0; i < Fields; i++)
        {
            _today[i] = IsHigh(i) ? int.MinValue : int.MaxValue;
        }

        Array.Clear(_sums, 0, Sums);
    }

    private int Today(DayId id)
    {
        int field = (int)id;
        if (field < Sums)
        {
            _seenMs += _meter.Claim(_sums);
            return (int)(_sums[field] / EnergyMeter.HalvesPerHour);
        }

        if (id == DayId.Coverage)
        {
            return _batteryMs > 0 ? (int)(_seenMs < _batteryMs ? _seenMs * 1000 / _batteryMs : 1000) : Reading.Unknown;
        }

        int value = _today[field];
        return value == int.MaxValue || value == int.MinValue ? Reading.Unknown : value;
    }

    // Today into the ring.
    private void Keep()
    {
        _cursor.Begin(_record, FirstDay + (_newest * DayLength));
        _cursor.Int(_isDated ? _day | Dated : _day);
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
        BeginAt(ago);
        return _cursor.Int();
    }

    private void BeginAt(int ago) => _cursor.Begin(_record, FirstDay + ((_newest + Capacity - ago) % Capacity * DayLength));

    private void Skip(int count) => _cursor.Begin(_record, _cursor.Place + count);
}
