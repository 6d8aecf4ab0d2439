namespace ValenceNano.Bench.Plain;

/// <summary>A yardstick: the values of a data reply, made anew for each.</summary>
public sealed class PlainReply
{
    /// <summary>State of charge, %.</summary>
    public double Soc { get; set; }

    /// <summary>Battery voltage, V.</summary>
    public double Voltage { get; set; }

    /// <summary>Current, A.</summary>
    public double Current { get; set; }

    /// <summary>The second current, A.</summary>
    public double Current2 { get; set; }

    /// <summary>Highest cell-group voltage, V.</summary>
    public double CellMax { get; set; }

    /// <summary>Lowest cell-group voltage, V.</summary>
    public double CellMin { get; set; }

    /// <summary>Voltages of the cell groups, V.</summary>
    public double[] Cells { get; set; } = new double[4];

    /// <summary>Temperatures of the cell groups, deg C.</summary>
    public int[] CellTemperatures { get; set; } = new int[4];

    /// <summary>Board temperatures, deg C.</summary>
    public int[] BoardTemperatures { get; set; } = new int[2];
}
