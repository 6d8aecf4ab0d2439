namespace ValenceNano.Protocol;

/// <summary>What stands in a field of the data reply. <see cref="DataReplyLayout"/> says where.</summary>
public enum ReplyField
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Temperatures of the cell groups, deg C.</summary>
    CellC,

    /// <summary>The lowest of them.</summary>
    CellMinC,

    /// <summary>The highest of them.</summary>
    CellMaxC,

    /// <summary>Temperatures of the circuit board, deg C.</summary>
    BoardC,

    /// <summary>The higher of the two.</summary>
    BoardMaxC,

    /// <summary>The lower of the two.</summary>
    BoardMinC,

    /// <summary>Current, mA, charging positive.</summary>
    CurrentMa,

    /// <summary>A second current, mA.</summary>
    Current2Ma,

    /// <summary>Highest cell-group voltage, mV.</summary>
    CellMaxMv,

    /// <summary>Lowest cell-group voltage, mV.</summary>
    CellMinMv,

    /// <summary>Battery voltage, mV.</summary>
    VoltageMv,

    /// <summary>State of charge, 0..255 for 0..100 %.</summary>
    Soc,

    /// <summary>Voltages of the cell groups, mV.</summary>
    CellMv,
}
