using System;

namespace ValenceNano.Protocol;

/// <summary>The values of one data reply. The object is reused: <see cref="Decode"/> overwrites all of it.</summary>
public sealed class Telemetry
{
    /// <summary>Cell groups in series in one battery.</summary>
    public const int CellCount = 4;

    /// <summary>Temperature sensors on the circuit board.</summary>
    public const int BoardCount = 2;

    /// <summary>Where in <see cref="Numbers"/> the voltages of the cell groups begin.</summary>
    public const int FirstCellMv = 0;

    /// <summary>Where in <see cref="Numbers"/> the temperatures of the cell groups begin.</summary>
    public const int FirstCellC = FirstCellMv + CellCount;

    /// <summary>Where in <see cref="Numbers"/> the board temperatures begin.</summary>
    public const int FirstBoardC = FirstCellC + CellCount;

    private const int MinOtherMarks = 3;

    private const int VoltageAt = FirstBoardC + BoardCount;
    private const int CurrentAt = VoltageAt + 1;
    private const int Current2At = VoltageAt + 2;
    private const int CellMaxMvAt = VoltageAt + 3;
    private const int CellMinMvAt = VoltageAt + 4;
    private const int CellMaxCAt = VoltageAt + 5;
    private const int CellMinCAt = VoltageAt + 6;

    /// <summary>
    /// Where in <see cref="Numbers"/> the bytes begin that nobody has decoded, the lowest of a number first: those at 7 to 10, 11 to 14,
    /// 21 and 22, 45 to 48.
    /// </summary>
    public const int FirstUnknown = VoltageAt + 7;

    /// <summary>How many numbers they are.</summary>
    public const int UnknownCount = 4;

    // The last number is three: state of charge, whether half the groups are seen, and from this bit on the broken rules.
    private const int SmallAt = FirstUnknown + UnknownCount;
    private const int SocMask = 0x3FF;
    private const int SeesHalfFlag = 0x400;
    private const int BrokenShift = 16;

    /// <summary>All of them: on the device a place in an array takes 4 bytes, a field of an object 12 and an array of its own 48.</summary>
    /// <remarks>A field, because an interpreter pays for a property with a call.</remarks>
    public readonly int[] Numbers = new int[SmallAt + 1];

    /// <summary>State of charge, 0..1000 permille: the reply's byte * 1000 / 255, rounded.</summary>
    public int SocPermille
    {
        get => Numbers[SmallAt] & SocMask;
        internal set => Numbers[SmallAt] = (Numbers[SmallAt] & ~SocMask) | value;
    }

    /// <summary>Battery voltage, mV.</summary>
    public int VoltageMv
    {
        get => Numbers[VoltageAt];
        internal set => Numbers[VoltageAt] = value;
    }

    /// <summary>Current, mA, charging positive.</summary>
    public int CurrentMa
    {
        get => Numbers[CurrentAt];
        internal set => Numbers[CurrentAt] = value;
    }

    /// <summary>The second current, mA, charging positive: a slower average (guess).</summary>
    public int Current2Ma
    {
        get => Numbers[Current2At];
        internal set => Numbers[Current2At] = value;
    }

    /// <summary>Highest cell-group voltage as the battery says it, mV.</summary>
    public int CellMaxMv
    {
        get => Numbers[CellMaxMvAt];
        internal set => Numbers[CellMaxMvAt] = value;
    }

    /// <summary>Lowest cell-group voltage as the battery says it, mV.</summary>
    public int CellMinMv
    {
        get => Numbers[CellMinMvAt];
        internal set => Numbers[CellMinMvAt] = value;
    }

    /// <summary>Highest cell-group temperature, deg C.</summary>
    public int CellMaxC
    {
        get => Numbers[CellMaxCAt];
        internal set => Numbers[CellMaxCAt] = value;
    }

    /// <summary>Lowest cell-group temperature, deg C.</summary>
    public int CellMinC
    {
        get => Numbers[CellMinCAt];
        internal set => Numbers[CellMinCAt] = value;
    }

    /// <summary>Higher board temperature, deg C.</summary>
    public int BoardMaxC => Max(Numbers[FirstBoardC], Numbers[FirstBoardC + 1]);

    /// <summary>The rules that this reply breaks; <see cref="ReplyRules.None"/> if it agrees with itself.</summary>
    public ReplyRules Broken
    {
        get => (ReplyRules)(Numbers[SmallAt] >> BrokenShift);
        internal set => Numbers[SmallAt] = (Numbers[SmallAt] & (SocMask | SeesHalfFlag)) | ((int)value << BrokenShift);
    }

    /// <summary>
    /// The voltage is about twice the sum of the four groups: so a battery of 24 V looks that has eight, of which this reply has no
    /// room for more (a guess: no log of one is public). It breaks no rule with that.
    /// </summary>
    public bool SeesHalfTheGroups
    {
        get => (Numbers[SmallAt] & SeesHalfFlag) != 0;
        internal set => Numbers[SmallAt] = (Numbers[SmallAt] & ~SeesHalfFlag) | (value ? SeesHalfFlag : 0);
    }

    /// <summary>Voltage of a cell group, mV; <paramref name="index"/> is 0..3.</summary>
    public int CellMv(int index) => Numbers[FirstCellMv + index];

    /// <summary>Temperature of a cell group, deg C; <paramref name="index"/> is 0..3.</summary>
    public int CellC(int index) => Numbers[FirstCellC + index];

    /// <summary>A board temperature, deg C; <paramref name="index"/> is 0 or 1.</summary>
    public int BoardC(int index) => Numbers[FirstBoardC + index];

    /// <summary>
    /// Reads a whole <see cref="MessageKind.Data"/> message (the first 59 bytes, their CRC already checked) and holds it against the
    /// <see cref="ReplyRules"/>.
    /// </summary>
    public void Decode(byte[] b)
    {
        int soc = b[DataReplyLayout.Soc];
        Numbers[SmallAt] = ((soc * 1000) + 127) / 255;
        CurrentMa = Current(b, DataReplyLayout.CurrentMa);
        Current2Ma = Current(b, DataReplyLayout.Current2Ma);
        DecodeCells(b);
        DecodeTemperatures(b);
        KeepUnknown(b);

        if (b[DataReplyLayout.SocAgain] != soc)
        {
            Broken |= ReplyRules.SocAgain;
        }
    }

    /// <summary>
    /// A whole data reply comes from another battery than these values, if they are of the last minute or two: of its bytes at 8 to 12, which
    /// differ from battery to battery and are constant for so long (log), three or more are others. A counter among them changes one or two.
    /// </summary>
    internal bool AreOfAnother(byte[] b)
    {
        int first = Numbers[FirstUnknown] ^ U32Le(b, DataReplyLayout.Unknown7);
        int second = Numbers[FirstUnknown + 1] ^ U32Le(b, DataReplyLayout.Unknown7 + 4);
        int others = 0;
        for (long marks = ((uint)first >> 8) | ((long)(second & 0xFFFF) << 24); marks != 0; marks >>= 8)
        {
            others += (marks & 0xFF) != 0 ? 1 : 0;
        }

        return others >= MinOtherMarks;
    }

    private void DecodeCells(byte[] b)
    {
        int sumMv = 0;
        int highestMv = 0;
        int lowestMv = int.MaxValue;
        int[] numbers = Numbers;
        for (int i = 0; i < CellCount; i++)
        {
            int cellMv = U16Le(b, DataReplyLayout.CellMv + (2 * i));
            numbers[FirstCellMv + i] = cellMv;
            sumMv += cellMv;
            highestMv = Max(highestMv, cellMv);
            lowestMv = Min(lowestMv, cellMv);
        }

        int maxMv = numbers[CellMaxMvAt] = U16Le(b, DataReplyLayout.CellMaxMv);
        int minMv = numbers[CellMinMvAt] = U16Le(b, DataReplyLayout.CellMinMv);
        int voltageMv = numbers[VoltageAt] = U32Le(b, DataReplyLayout.VoltageMv);
        if (maxMv != highestMv)
        {
            Broken |= ReplyRules.CellMax;
        }

        if (minMv != lowestMv)
        {
            Broken |= ReplyRules.CellMin;
        }

        // Eight groups are hardly ever all alike: the unseen four may be an eighth higher or lower.
        if (voltageMv != sumMv)
        {
            int unseenMv = voltageMv - sumMv - sumMv;
            SeesHalfTheGroups = unseenMv < sumMv >> 3 && -unseenMv < sumMv >> 3;
            Broken |= SeesHalfTheGroups ? ReplyRules.None : ReplyRules.VoltageSum;
        }

        if (voltageMv != U32Le(b, DataReplyLayout.VoltageAgainMv))
        {
            Broken |= ReplyRules.VoltageAgain;
        }
    }

    private void DecodeTemperatures(byte[] b)
    {
        int highestC = sbyte.MinValue;
        int lowestC = sbyte.MaxValue;
        int[] numbers = Numbers;
        for (int i = 0; i < CellCount; i++)
        {
            int cellC = (sbyte)b[DataReplyLayout.CellC + i];
            numbers[FirstCellC + i] = cellC;
            highestC = Max(highestC, cellC);
            lowestC = Min(lowestC, cellC);
        }

        numbers[CellMaxCAt] = highestC;
        numbers[CellMinCAt] = lowestC;
        if (lowestC != (sbyte)b[DataReplyLayout.CellMinC] || highestC != (sbyte)b[DataReplyLayout.CellMaxC])
        {
            Broken |= ReplyRules.CellTemperatures;
        }

        int firstC = numbers[FirstBoardC] = (sbyte)b[DataReplyLayout.BoardC];
        int secondC = numbers[FirstBoardC + 1] = (sbyte)b[DataReplyLayout.BoardC + 1];
        if (Max(firstC, secondC) != (sbyte)b[DataReplyLayout.BoardMaxC]
            || Min(firstC, secondC) != (sbyte)b[DataReplyLayout.BoardMinC])
        {
            Broken |= ReplyRules.BoardTemperatures;
        }
    }

    private void KeepUnknown(byte[] b)
    {
        int[] numbers = Numbers;
        numbers[FirstUnknown] = U32Le(b, DataReplyLayout.Unknown7);
        numbers[FirstUnknown + 1] = U32Le(b, DataReplyLayout.Unknown7 + 4);
        numbers[FirstUnknown + 2] = U16Le(b, DataReplyLayout.Unknown21);
        numbers[FirstUnknown + 3] = U32Le(b, DataReplyLayout.Unknown45);
    }

    // The seed reads 16 bits; the field has 32. Where only the lower half is in use and its sign is set, the seed is right.
    private static int Current(byte[] b, int at)
    {
        int current = U32Le(b, at);
        return current >= 0x8000 && current <= 0xFFFF ? current - 0x10000 : current;
    }

    private static int U32Le(byte[] b, int at) => b[at] | (b[at + 1] << 8) | (b[at + 2] << 16) | (b[at + 3] << 24);

    private static int U16Le(byte[] b, int at) => b[at] | (b[at + 1] << 8);

    // Math.Min and Math.Max of integers live in a package of their own on the device.
    internal static int Max(int a, int b) => a > b ? a : b;

    internal static int Min(int a, int b) => a < b ? a : b;
}
