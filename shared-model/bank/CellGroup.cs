using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>Finds a cell group of a reply by its value: its number, 1..4; of equals the first.</summary>
public static class CellGroup
{
    private const int HighestFirst = 1;
    private const int LowestFirst = -1;

    /// <summary>The group with the highest voltage.</summary>
    public static int Highest(Telemetry values) => ByVoltage(values, HighestFirst);

    /// <summary>The group with the lowest voltage.</summary>
    public static int Lowest(Telemetry values) => ByVoltage(values, LowestFirst);

    /// <summary>The hottest group.</summary>
    public static int Hottest(Telemetry values) => ByTemperature(values, HighestFirst);

    /// <summary>The coldest group.</summary>
    public static int Coldest(Telemetry values) => ByTemperature(values, LowestFirst);

    private static int ByVoltage(Telemetry values, int order)
    {
        int found = 0;
        for (int i = 1; i < Telemetry.CellCount; i++)
        {
            found = order * (values.CellMv(i) - values.CellMv(found)) > 0 ? i : found;
        }

        return found + 1;
    }

    private static int ByTemperature(Telemetry values, int order)
    {
        int found = 0;
        for (int i = 1; i < Telemetry.CellCount; i++)
        {
            found = order * (values.CellC(i) - values.CellC(found)) > 0 ? i : found;
        }

        return found + 1;
    }
}
