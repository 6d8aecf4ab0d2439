using System;

namespace ValenceNano.Model;

/// <summary>
/// The bank's last 24 hours: state of charge, voltage and current, each the mean of five minutes. A stretch in which nothing was known
/// is a point without values; so is a restart, for nobody knows how long it took.
/// </summary>
public sealed class Graph
{
    /// <summary>How many points there can be.</summary>
    public const int Capacity = 288;

    /// <summary>From one point to the next, ms.</summary>
    public const int IntervalMs = 300000;

    // A point: permille, 10 mV, 50 mA, 16 bits each: up to 1,638 A, 102 A of each of 16 batteries. The record has the place of the newest and
    // how many there are in front.
    private const int PointLength = 6;
    private const int VoltageUnitMv = 10;
    private const int CurrentUnitMa = 50;
    private const int MaxCurrent = 0x7FFF;
    private const int NoValue = 0xFFFF;
    private const int NoCurrent = 0x8000;
    private const int FirstPoint = TwoSlotRecord.Header + 4;

    /// <summary>Length of its record, bytes.</summary>
    internal const int RecordLength = FirstPoint + Capacity * PointLength + 2;

    // The ring, as it is kept.
    private readonly byte[] _record = new byte[RecordLength];
    private int _newest;

    // Of the interval that is under way.
    private long _endMs = IntervalMs;
    private int _permilles;
    private long _mv;
    private long _ma;
    private int _socCount;
    private int _voltageCount;
    private int _currentCount;

    /// <summary>How many points there are, 0..<see cref="Capacity"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Changes with every new point.</summary>
    public int Revision { get; private set; }

    /// <summary>How old a point is, ms: from the end of its five minutes. 0 is the newest.</summary>
    public long AgeMs(int point, long nowMs) => nowMs - _endMs + ((point + 1L) * IntervalMs);

    /// <summary>State of charge, permille, or <see cref="Reading.Unknown"/>.</summary>
    public int SocPermille(int point) => Value(point, 0, 1, isSigned: false);

    /// <summary>Voltage, mV, or <see cref="Reading.Unknown"/>.</summary>
    public int VoltageMv(int point) => Value(point, 2, VoltageUnitMv, isSigned: false);

    /// <summary>Current, mA, charging positive, or <see cref="Reading.Unknown"/>.</summary>
    public int CurrentMa(int point) => Value(point, 4, CurrentUnitMa, isSigned: true);

    /// <summary>Takes what the bank is like now.</summary>
    internal void Take(Bank bank, long nowMs)
    {
        if (nowMs >= _endMs)
        {
            TurnTo(nowMs);
        }

        int permille = bank.SocPermille;
        if (permille == Reading.Unknown)
        {
            return;
        }

        _permilles += permille;
        _socCount++;
        int mv = bank.VoltageMv;
        if (mv != Reading.Unknown)
        {
            _mv += mv;
            _voltageCount++;
        }

        int ma = bank.CurrentMa;
        if (ma != Reading.Unknown)
        {
            _ma += ma;
            _currentCount++;
        }
    }

    /// <summary>Keeps it.</summary>
    internal bool Save(TwoSlotRecord slots)
    {
        PutShort(TwoSlotRecord.Header, _newest);
        PutShort(TwoSlotRecord.Header + 2, Count);
        return slots.Save(_record, RecordLength);
    }

    /// <summary>Fetches what was kept, and a point without values for the time since then.</summary>
    internal void Load(TwoSlotRecord slots, long nowMs)
    {
        _endMs = ((nowMs / IntervalMs) + 1) * IntervalMs;
        bool isKept = slots.Load(_record, RecordLength);
        _newest = UShort(TwoSlotRecord.Header) % Capacity;
        Count = isKept ? UShort(TwoSlotRecord.Header + 2) % (Capacity + 1) : 0;
        if (Count > 0)
        {
            AddPoint();
        }
    }

    private void TurnTo(long nowMs)
    {
        long passed = ((nowMs - _endMs) / IntervalMs) + 1;
        AddPoint();
        for (int i = 1; i < Capacity && i < passed; i++)
        {
            AddPoint();
        }

        _endMs += passed * IntervalMs;
    }

    // Of what was taken since the last one.
    private void AddPoint()
    {
        Revision++;
        _newest = (_newest + 1) % Capacity;
        Count += Count < Capacity ? 1 : 0;
        int at = FirstPoint + _newest * PointLength;
        PutShort(at, _socCount > 0 ? Nearest(_permilles, _socCount) : NoValue);
        PutShort(at + 2, _voltageCount > 0 ? Nearest(_mv, _voltageCount * VoltageUnitMv) : NoValue);
        PutShort(at + 4, _currentCount > 0 ? Clamped(Nearest(_ma, _currentCount * CurrentUnitMa)) : NoCurrent);
        _permilles = _socCount = _voltageCount = _currentCount = 0;
        _mv = _ma = 0;
    }

    private static int Nearest(long sum, int parts) => (int)((sum + ((sum < 0 ? -parts : parts) / 2)) / parts);

    private static int Clamped(int current) => current > MaxCurrent ? MaxCurrent : current < -MaxCurrent ? -MaxCurrent : current;

    private int Value(int point, int offset, int unit, bool isSigned)
    {
        if (point < 0 || point >= Count)
        {
            throw new ArgumentOutOfRangeException(nameof(point));
        }

        int value = UShort(FirstPoint + (_newest + Capacity - point) % Capacity * PointLength + offset);
        if (value == (isSigned ? NoCurrent : NoValue))
        {
            return Reading.Unknown;
        }

        return unit * (isSigned && value > NoCurrent ? value - 0x10000 : value);
    }

    private int UShort(int at) => _record[at] | (_record[at + 1] << 8);

    private void PutShort(int at, int value)
    {
        _record[at] = (byte)value;
        _record[at + 1] = (byte)(value >> 8);
    }
}
