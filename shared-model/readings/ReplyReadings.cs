using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>The readings that a data reply has: of a battery's last one, or of one in a capture.</summary>
public static class ReplyReadings
{
    /// <summary>Where in <see cref="Telemetry.Numbers"/> the items of a reading begin that has several.</summary>
    public static int FirstItem(ReadingId id) => id switch
    {
        ReadingId.CellVoltage => Telemetry.FirstCellMv,
        ReadingId.CellTemperature => Telemetry.FirstCellC,
        _ => Telemetry.FirstBoardC,
    };

    /// <summary>Fetches a reading that is of <see cref="ReadingScope.Reply"/>.</summary>
    /// <param name="values">The reply.</param>
    /// <param name="id">Which.</param>
    /// <param name="item">Which cell group or board sensor, 0..; else 0.</param>
    /// <returns>The value in the unit of its key; <see cref="Reading.Unknown"/> if a reply has no such reading.</returns>
    public static long Get(Telemetry values, ReadingId id, int item)
    {
        switch (id)
        {
            case ReadingId.Soc:
                return values.SocPermille;
            case ReadingId.Voltage:
                // The field has 32 bits without a sign; only a reply that contradicts itself has the highest one set.
                return (uint)values.VoltageMv;
            case ReadingId.Current:
                return values.CurrentMa;
            case ReadingId.Current2:
                return values.Current2Ma;
            case ReadingId.CellVoltage:
            case ReadingId.CellTemperature:
            case ReadingId.BoardTemperature:
                return values.Numbers[FirstItem(id) + item];
            case ReadingId.CellMax:
                return values.CellMaxMv;
            case ReadingId.CellMin:
                return values.CellMinMv;
            case ReadingId.Consistent:
                return values.Broken == ReplyRules.None ? 1 : 0;
            case ReadingId.Broken:
                return (int)values.Broken;
            default:
                return Reading.Unknown;
        }
    }
}
