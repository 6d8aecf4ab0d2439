using System;

namespace ValenceNano.Protocol;

/// <summary>The values of one data reply. The object is reused: <see cref="Decode"/> overwrites all of it.</summary>
public sealed class Telemetry
{
    /// <summary>Cell groups in series in one battery.</summary>
    public const int CellCount = 4;

    /// <summary>Temperature sensors on the circuit board.</summary>
    public const int BoardCount = 2;

    /// <summary>State of charge, 0..1000 permille: the reply's byte * 1000 / 255, rounded.</summary>
    public int SocPermille { get; internal set; }

    /// <summary>Battery voltage, mV.</summary>
    public int VoltageMv { get; internal set; }

    /// <summary>Current, mA, charging positive.</summary>
    public int CurrentMa { get; internal set; }

    /// <summary>The second current, mA, charging positive: a slower average (guess).</summary>
    public int Current2Ma { get; internal set; }

    /// <summary>Highest cell-group voltage as the battery says it, mV.</summary>
    public int CellMaxMv { get; internal set; }

    /// <summary>Lowest cell-group voltage as the battery says it, mV.</summary>
    public int CellMinMv { get; internal set; }

    /// <summary>Highest cell-group temperature, deg C.</summary>
    public int CellMaxC { get; internal set; }

    /// <summary>Lowest cell-group temperature, deg C.</summary>
    public int CellMinC { get; internal set; }

    /// <summary>Higher board temperature, deg C.</summary>
    public int BoardMaxC { get; internal set; }

    /// <summary>The rules that this reply breaks; <see cref="ReplyRules.None"/> if it agrees with itself.</summary>
    public ReplyRules Broken { get; internal set; }

    /// <summary>
    /// The voltage is about twice the sum of the four groups: so a battery of 24 V looks that has eight, of which this reply has no
    /// room for more (a guess: no log of one is public). It breaks no rule with that.
    /// </summary>
    public bool SeesHalfTheGroups { get; internal set; }

    /// <summary>Voltages of the four cell groups, mV.</summary>
    public int[] CellMv { get; } = new int[CellCount];

    /// <summary>Temperatures of the four cell groups, deg C.</summary>
    public int[] CellC { get; } = new int[CellCount];

    /// <summary>The two board temperatures, deg C.</summary>
    public int[] BoardC { get; } = new int[BoardCount];

    /// <summary>
    /// Reads a whole <see cref="MessageKind.Data"/> message (the first 59 bytes, their CRC already checked) and holds it against the
    /// <see cref="ReplyRules"/>.
    /// </summary>
    public void Decode(byte[] b)
    {
        Broken = ReplyRules.None;
        CurrentMa = Current(b, DataReplyLayout.CurrentMa);
        Current2Ma = Current(b, DataReplyLayout.Current2Ma);
        DecodeCells(b);
        DecodeTemperatures(b);

        int soc = b[DataReplyLayout.Soc];
        SocPermille = ((soc * 1000) + 127) / 255;
        if (b[DataReplyLayout.SocAgain] != soc)
        {
            Broken |= ReplyRules.SocAgain;
        }
    }

    private void DecodeCells(byte[] b)
    {
        int sumMv = 0;
        int highestMv = 0;
        int lowestMv = int.MaxValue;
        int[] cells = CellMv;
        for (int i = 0; i < CellCount; i++)
        {
            int cellMv = U16Le(b, DataReplyLayout.CellMv + (2 * i));
            cells[i] = cellMv;
            sumMv += cellMv;
            highestMv = Max(highestMv, cellMv);
            lowestMv = Min(lowestMv, cellMv);
        }

        int maxMv = CellMaxMv = U16Le(b, DataReplyLayout.CellMaxMv);
        int minMv = CellMinMv = U16Le(b, DataReplyLayout.CellMinMv);
        int voltageMv = VoltageMv = U32Le(b, DataReplyLayout.VoltageMv);
        if (maxMv != highestMv)
        {
            Broken |= ReplyRules.CellMax;
        }

        if (minMv != lowestMv)
        {
            Broken |= ReplyRules.CellMin;
        }

        // Eight groups are hardly ever all alike: the unseen four may be an eighth higher or lower.
        bool seesHalf = false;
        if (voltageMv != sumMv)
        {
            int unseenMv = voltageMv - sumMv - sumMv;
            seesHalf = unseenMv < sumMv >> 3 && -unseenMv < sumMv >> 3;
            Broken |= seesHalf ? ReplyRules.None : ReplyRules.VoltageSum;
        }

        SeesHalfTheGroups = seesHalf;
        if (voltageMv != U32Le(b, DataReplyLayout.VoltageAgainMv))
        {
            Broken |= ReplyRules.VoltageAgain;
        }
    }

    private void DecodeTemperatures(byte[] b)
    {
        int highestC = sbyte.MinValue;
        int lowestC = sbyte.MaxValue;
        int[] cells = CellC;
        for (int i = 0; i < CellCount; i++)
        {
            int cellC = (sbyte)b[DataReplyLayout.CellC + i];
            cells[i] = cellC;
            highestC = Max(highestC, cellC);
            lowestC = Min(lowestC, cellC);
        }

        CellMaxC = highestC;
        CellMinC = lowestC;
        if (lowestC != (sbyte)b[DataReplyLayout.CellMinC] || highestC != (sbyte)b[DataReplyLayout.CellMaxC])
        {
            Broken |= ReplyRules.CellTemperatures;
        }

        int[] boards = BoardC;
        int firstC = boards[0] = (sbyte)b[DataReplyLayout.BoardC];
        int secondC = boards[1] = (sbyte)b[DataReplyLayout.BoardC + 1];
        int higherC = BoardMaxC = Max(firstC, secondC);
        if (higherC != (sbyte)b[DataReplyLayout.BoardMaxC]
            || Min(firstC, secondC) != (sbyte)b[DataReplyLayout.BoardMinC])
        {
            Broken |= ReplyRules.BoardTemperatures;
        }
    }

    // The seed reads 16 bits; the field has 32. Where only the lower half is in use and its sign is set, the seed is right.
    private static int Current(byte[] b, int at)
    {
        int current = U32Le(b, at);
        return current >= 0x8000 && current <= 0xFFFF ? current - 0x10000 : current;
    }

    private static int U32Le(byte[] b, int at) => U16Le(b, at) | (U16Le(b, at + 2) << 16);

    private static int U16Le(byte[] b, int at) => b[at] | (b[at + 1] << 8);

    // Math.Min and Math.Max of integers live in a package of their own on the device.
    internal static int Max(int a, int b) => a > b ? a : b;

    internal static int Min(int a, int b) => a < b ? a : b;
}
