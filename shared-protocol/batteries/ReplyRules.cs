using System;

namespace ValenceNano.Protocol;

/// <summary>
/// What a data reply says twice: each rule holds in all 50 public replies. A message that the CRC lets through by
/// chance (one broken message in 65536) breaks one of these. A battery of another layout may break one every time.
/// </summary>
[Flags]
public enum ReplyRules
{
    /// <summary>No rule.</summary>
    None = 0,

    /// <summary>The highest cell voltage is that of the highest group.</summary>
    CellMax = 0x01,

    /// <summary>The lowest cell voltage is that of the lowest group.</summary>
    CellMin = 0x02,

    /// <summary>The battery voltage is the sum of the groups.</summary>
    VoltageSum = 0x04,

    /// <summary>The battery voltage is the same both times.</summary>
    VoltageAgain = 0x08,

    /// <summary>The state of charge is the same both times.</summary>
    SocAgain = 0x10,

    /// <summary>Lowest and highest cell temperature are those of the groups.</summary>
    CellTemperatures = 0x20,

    /// <summary>Lowest and highest board temperature are those of the two boards.</summary>
    BoardTemperatures = 0x40,
}
