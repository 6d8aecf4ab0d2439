using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>Finds a cell group by its value, in <see cref="Telemetry.CellMv"/> or <see cref="Telemetry.CellC"/>.</summary>
public static class CellGroup
{
    /// <summary>The number, 1..4, of the group with the lowest value; of equals the first.</summary>
    public static int Lowest(int[] values)
    {
        int found = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] < values[found])
            {
                found = i;
            }
        }

        return found + 1;
    }

    /// <summary>The number, 1..4, of the group with the highest value; of equals the first.</summary>
    public static int Highest(int[] values)
    {
        int found = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[found])
            {
                found = i;
            }
        }

        return found + 1;
    }
}
