namespace ValenceNano.Protocol;

/// <summary>
/// Where each value stands in a data reply: offsets from its first byte, in the order of the reply. Two-byte and
/// four-byte values have their low byte first. Sources: (S) seed, (D) derived from the log and true for all 50 public
/// replies, (?) guess. The bytes between the named ones are not decoded yet.
/// </summary>
public static class DataReplyLayout
{
    /// <summary>Four temperatures of the cell groups, int8, deg C, one byte each (D).</summary>
    public const int CellC = 3;

    /// <summary>0x0F in all public replies; meaning unknown. The next seven bytes differ from battery to battery.</summary>
    public const int Unknown7 = 7;

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
}
