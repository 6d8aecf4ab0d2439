using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>The readings that a data reply has, or that follow from it: of a battery's last one, or of one in a capture.</summary>
public static class ReplyReadings
{
    /// <summary>Fetches them.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="values">Where to, by <see cref="ReadingId"/>; of a reading with several items the first.</param>
    public static void Fetch(Telemetry reply, long[] values)
    {
        int[] numbers = reply.Numbers;
        int currentMa = reply.CurrentMa;
        long powerMw = (long)reply.VoltageMv * currentMa / 1000;
        values[(int)ReadingId.Soc] = reply.SocPermille;
        // The field has 32 bits without a sign; only a reply that contradicts itself has the highest one set.
        values[(int)ReadingId.Voltage] = (uint)reply.VoltageMv;
        values[(int)ReadingId.Current] = currentMa;
        values[(int)ReadingId.Current2] = reply.Current2Ma;
        values[(int)ReadingId.Power] = powerMw;
        values[(int)ReadingId.ChargePower] = powerMw > 0 ? powerMw : 0;
        values[(int)ReadingId.DischargePower] = powerMw < 0 ? -powerMw : 0;
        values[(int)ReadingId.CellVoltage] = numbers[Telemetry.FirstCellMv];
        values[(int)ReadingId.CellMax] = reply.CellMaxMv;
        values[(int)ReadingId.CellMin] = reply.CellMinMv;
        values[(int)ReadingId.CellSpread] = reply.CellMaxMv - reply.CellMinMv;
        values[(int)ReadingId.CellTemperature] = numbers[Telemetry.FirstCellC];
        values[(int)ReadingId.TemperatureMax] = reply.CellMaxC;
        values[(int)ReadingId.BoardTemperature] = numbers[Telemetry.FirstBoardC];
        values[(int)ReadingId.Consistent] = reply.Broken == ReplyRules.None ? 1 : 0;
        values[(int)ReadingId.Broken] = (int)reply.Broken;
    }

    /// <summary>An item, 0.., of a reading that has several: which cell group or board sensor.</summary>
    public static int Item(Telemetry reply, ReadingId id, int item) => reply.Numbers[FirstItem(id) + item];

    /// <summary>Where in <see cref="Telemetry.Numbers"/> the items of a reading begin that has several.</summary>
    public static int FirstItem(ReadingId id) => id switch
    {
        ReadingId.CellVoltage => Telemetry.FirstCellMv,
        ReadingId.CellTemperature => Telemetry.FirstCellC,
        _ => Telemetry.FirstBoardC,
    };
}
