namespace ValenceNano.Protocol;

/// <summary>
/// The data reply, byte by byte. Values have their low byte first. Sources: (S) seed, (D) derived from the log and true for
/// all 50 public replies, (?) guess. One of them (S), by its offsets:
/// <code>
///  0  02 03 36                    bus id, function, byte count
///  3  17 15 15 15                 cells 23 21 21 21 C
///  7  0F  00 00 04 A8 00 50 04    unknown
/// 15  15 17                       cells 21 to 23 C
/// 17  15 18  18 15                boards 21 and 24 C, at most 24, at least 21
/// 21  80 00                       unknown
/// 23  84 00 00 00  84 00 00 00    0.132 A, 0.132 A
/// 31  0B 0D  09 0D                cells at most 3339, at least 3337 mV
/// 35  28 34 00 00  28 34 00 00    13.352 V, again
/// 43  EE EE                       238 of 255, again
/// 45  00 10 04 00                 unknown
/// 49  0A 0D 09 0D 0A 0D 0B 0D     cells 3338 3337 3338 3339 mV
/// 57  EA E4                       CRC
/// </code>
/// <see cref="Rows"/> says the same to programs. <see cref="Telemetry.Decode"/> is written by hand, for it is read through at
/// every reply; a test holds it to these rows.
/// </summary>
public static class DataReplyLayout
{
    /// <summary>Four temperatures of the cell groups, int8, deg C, one byte each (D).</summary>
    public const int CellC = 3;

    /// <summary>0x0F in all public replies; meaning unknown: a mask of the four groups (?).</summary>
    public const int Unknown7 = 7;

    /// <summary>Seven bytes that differ from battery to battery; meaning unknown.</summary>
    public const int Unknown8 = 8;

    /// <summary>Lowest of the four cell temperatures, int8, deg C (D).</summary>
    public const int CellMinC = 15;

    /// <summary>Highest of the four cell temperatures, int8, deg C (D).</summary>
    public const int CellMaxC = 16;

    /// <summary>Two temperatures of the circuit board, int8, deg C, one byte each (S).</summary>
    public const int BoardC = 17;

    /// <summary>Higher of the two board temperatures, int8, deg C (D).</summary>
    public const int BoardMaxC = 19;

    /// <summary>Lower of the two board temperatures, int8, deg C (D).</summary>
    public const int BoardMinC = 20;

    /// <summary>Two unknown bytes, 0x0080 and 0x0010 seen: a status word (?).</summary>
    public const int Unknown21 = 21;

    /// <summary>Current, mA, charging positive (S): int32, or int16 in its lower half (?).</summary>
    public const int CurrentMa = 23;

    /// <summary>A second current, mA, as the first: a slower average (?).</summary>
    public const int Current2Ma = 27;

    /// <summary>Highest cell-group voltage, uint16, mV (D).</summary>
    public const int CellMaxMv = 31;

    /// <summary>Lowest cell-group voltage, uint16, mV (D).</summary>
    public const int CellMinMv = 33;

    /// <summary>Battery voltage, uint32, mV (S): the exact sum of the four groups (D).</summary>
    public const int VoltageMv = 35;

    /// <summary>The battery voltage again, uint32, mV (D).</summary>
    public const int VoltageAgainMv = 39;

    /// <summary>State of charge, uint8, 0..255 for 0..100 % (S).</summary>
    public const int Soc = 43;

    /// <summary>The state of charge again (D).</summary>
    public const int SocAgain = 44;

    /// <summary>00 10 04 00 in all public replies; meaning unknown.</summary>
    public const int Unknown45 = 45;

    /// <summary>Four voltages of the cell groups, uint16, mV, two bytes each (S).</summary>
    public const int CellMv = 49;

    /// <summary>How many numbers a row of <see cref="Rows"/> has.</summary>
    public const int RowLength = 5;

    /// <summary>Place in a row: the offset of its first value.</summary>
    public const int RowOffset = 0;

    /// <summary>Place in a row: the size of a value, bytes.</summary>
    public const int RowSize = 1;

    /// <summary>Place in a row: how many values stand one behind the other.</summary>
    public const int RowCount = 2;

    /// <summary>Place in a row: 1 if a value has a sign.</summary>
    public const int RowSigned = 3;

    /// <summary>Place in a row: a <see cref="ReplyField"/>.</summary>
    public const int RowField = 4;

    /// <summary>Every byte between the byte count and the CRC, in rows of <see cref="RowLength"/>.</summary>
    public static byte[] Rows() => new byte[]
    {
        CellC, 1, 4, 1, (byte)ReplyField.CellC,
        Unknown7, 1, 1, 0, (byte)ReplyField.Unknown,
        Unknown8, 1, 7, 0, (byte)ReplyField.Unknown,
        CellMinC, 1, 1, 1, (byte)ReplyField.CellMinC,
        CellMaxC, 1, 1, 1, (byte)ReplyField.CellMaxC,
        BoardC, 1, 2, 1, (byte)ReplyField.BoardC,
        BoardMaxC, 1, 1, 1, (byte)ReplyField.BoardMaxC,
        BoardMinC, 1, 1, 1, (byte)ReplyField.BoardMinC,
        Unknown21, 1, 2, 0, (byte)ReplyField.Unknown,
        CurrentMa, 4, 1, 1, (byte)ReplyField.CurrentMa,
        Current2Ma, 4, 1, 1, (byte)ReplyField.Current2Ma,
        CellMaxMv, 2, 1, 0, (byte)ReplyField.CellMaxMv,
        CellMinMv, 2, 1, 0, (byte)ReplyField.CellMinMv,
        VoltageMv, 4, 1, 0, (byte)ReplyField.VoltageMv,
        VoltageAgainMv, 4, 1, 0, (byte)ReplyField.VoltageMv,
        Soc, 1, 1, 0, (byte)ReplyField.Soc,
        SocAgain, 1, 1, 0, (byte)ReplyField.Soc,
        Unknown45, 1, 4, 0, (byte)ReplyField.Unknown,
        CellMv, 2, 4, 0, (byte)ReplyField.CellMv,
    };
}
