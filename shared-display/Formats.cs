namespace ValenceNano.Display;

/// <summary>How the pages show their numbers.</summary>
internal static class Formats
{
    internal static readonly NumberFormat Whole = new(0, 0);

    /// <summary>Permille as percent.</summary>
    internal static readonly NumberFormat Percent = new(1, 0);

    /// <summary>Millivolts as volts.</summary>
    internal static readonly NumberFormat Volts = new(3, 2);

    /// <summary>Milliwatts as watts.</summary>
    internal static readonly NumberFormat Watts = new(3, 0);

    private static readonly NumberFormat _amps = new(3, 0, plus: true);
    private static readonly NumberFormat _ampsTenths = new(3, 1, plus: true);
    private static readonly NumberFormat _ampsHundredths = new(3, 2, plus: true);

    /// <summary>Milliamperes as amperes, charging with a plus sign: three digits, so that it is never wider than -32.8.</summary>
    internal static NumberFormat Amps(int currentMa)
    {
        int magnitude = currentMa < 0 ? -currentMa : currentMa;
        if (magnitude < 9995)
        {
            return _ampsHundredths;
        }

        return magnitude < 99950 ? _ampsTenths : _amps;
    }
}
