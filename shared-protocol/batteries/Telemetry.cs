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
    public int SocPermille;

    /// <summary>Battery voltage, mV.</summary>
    public int VoltageMv;

    /// <summary>Current, mA, charging positive.</summary>
    public int CurrentMa;

    /// <summary>The second current, mA, charging positive: a slower average (guess).</summary>
    public int Current2Ma;

    /// <summary>Highest cell-group voltage as the battery says it, mV.</summary>
    public int CellMaxMv;

    /// <summary>Lowest cell-group voltage as the battery says it, mV.</summary>
    public int CellMinMv;

    /// <summary>Highest cell-group temperature, deg C.</summary>
    public int CellMaxC;

    /// <summary>Lowest cell-group temperature, deg C.</summary>
    public int CellMinC;

    /// <summary>Higher board temperature, deg C.</summary>
    public int BoardMaxC;

    /// <summary>The rules that this reply breaks; <see cref="ReplyRules.None"/> if it agrees with itself.</summary>
    public ReplyRules Broken;

    /// <summary>Voltages of the four cell groups, mV.</summary>
    public readonly int[] CellMv = new int[CellCount];

    /// <summary>Temperatures of the four cell groups, deg C.</summary>
    public readonly int[] CellC = new int[CellCount];

    /// <summary>The two board temperatures, deg C.</summary>
    public readonly int[] BoardC = new int[BoardCount];

    /// <summary>
    /// Reads a whole <see cref="MessageKind.Data"/> message (59 bytes from <paramref name="at"/>, its CRC already
    /// checked) and holds it against the <see cref="ReplyRules"/>.
    /// </summary>
    public void Decode(byte[] b, int at)
    {
        Broken = ReplyRules.None;
        DecodeTemperatures(b, at);
        CurrentMa = Current(b, at + DataReplyLayout.CurrentMa);
        Current2Ma = Current(b, at + DataReplyLayout.Current2Ma);
        DecodeCells(b, at + DataReplyLayout.CellMv);
        DecodeVoltages(b, at);

        int soc = b[at + DataReplyLayout.Soc];
        SocPermille = ((soc * 1000) + 127) / 255;
        if (b[at + DataReplyLayout.SocAgain] != soc)
        {
            Broken |= ReplyRules.SocAgain;
        }
    }

    private void DecodeTemperatures(byte[] b, int at)
    {
        int[] cells = CellC;
        int c0 = cells[0] = (sbyte)b[at + DataReplyLayout.CellC];
        int c1 = cells[1] = (sbyte)b[at + DataReplyLayout.CellC + 1];
        int c2 = cells[2] = (sbyte)b[at + DataReplyLayout.CellC + 2];
        int c3 = cells[3] = (sbyte)b[at + DataReplyLayout.CellC + 3];
        CellMaxC = Max(Max(c0, c1), Max(c2, c3));
        CellMinC = Min(Min(c0, c1), Min(c2, c3));
        if (CellMinC != (sbyte)b[at + DataReplyLayout.CellMinC] || CellMaxC != (sbyte)b[at + DataReplyLayout.CellMaxC])
        {
            Broken |= ReplyRules.CellTemperatures;
        }

        c0 = BoardC[0] = (sbyte)b[at + DataReplyLayout.BoardC];
        c1 = BoardC[1] = (sbyte)b[at + DataReplyLayout.BoardC + 1];
        BoardMaxC = Max(c0, c1);
        if (BoardMaxC != (sbyte)b[at + DataReplyLayout.BoardMaxC] || Min(c0, c1) != (sbyte)b[at + DataReplyLayout.BoardMinC])
        {
            Broken |= ReplyRules.BoardTemperatures;
        }
    }

    private void DecodeCells(byte[] b, int at)
    {
        int[] cells = CellMv;
        cells[0] = b[at] | (b[at + 1] << 8);
        cells[1] = b[at + 2] | (b[at + 3] << 8);
        cells[2] = b[at + 4] | (b[at + 5] << 8);
        cells[3] = b[at + 6] | (b[at + 7] << 8);
    }

    private void DecodeVoltages(byte[] b, int at)
    {
        int c0 = CellMv[0];
        int c1 = CellMv[1];
        int c2 = CellMv[2];
        int c3 = CellMv[3];
        CellMaxMv = b[at + DataReplyLayout.CellMaxMv] | (b[at + DataReplyLayout.CellMaxMv + 1] << 8);
        CellMinMv = b[at + DataReplyLayout.CellMinMv] | (b[at + DataReplyLayout.CellMinMv + 1] << 8);
        VoltageMv = Word(b, at + DataReplyLayout.VoltageMv);
        if (CellMaxMv != Max(Max(c0, c1), Max(c2, c3)))
        {
            Broken |= ReplyRules.CellMax;
        }

        if (CellMinMv != Min(Min(c0, c1), Min(c2, c3)))
        {
            Broken |= ReplyRules.CellMin;
        }

        if (VoltageMv != c0 + c1 + c2 + c3)
        {
            Broken |= ReplyRules.VoltageSum;
        }

        if (VoltageMv != Word(b, at + DataReplyLayout.VoltageAgainMv))
        {
            Broken |= ReplyRules.VoltageAgain;
        }
    }

    // The seed reads 16 bits; the field has 32. Where only the lower half is in use and its sign is set, the seed is right.
    private static int Current(byte[] b, int at)
    {
        int current = Word(b, at);
        return current >= 0x8000 && current <= 0xFFFF ? current - 0x10000 : current;
    }

    private static int Word(byte[] b, int at) => b[at] | (b[at + 1] << 8) | (b[at + 2] << 16) | (b[at + 3] << 24);

    // Math.Min and Math.Max of integers live in a package of their own on the device.
    private static int Max(int a, int b) => a > b ? a : b;

    private static int Min(int a, int b) => a < b ? a : b;
}
