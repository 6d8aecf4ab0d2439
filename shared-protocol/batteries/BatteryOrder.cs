namespace ValenceNano.Protocol;

/// <summary>The order of a <see cref="BatteryList"/>: by serial; behind those, the ones without a serial by bus id.</summary>
internal static class BatteryOrder
{
    /// <summary>Tells whether one comes before another.</summary>
    public static bool IsBefore(Battery a, Battery b)
    {
        if (a.HasSerial && b.HasSerial)
        {
            return Compare(a.Serial, b.Serial, 0) < 0;
        }

        return a.HasSerial || (!b.HasSerial && a.BusId < b.BusId);
    }

    /// <summary>Compares a serial with the one that stands in <paramref name="buffer"/>.</summary>
    /// <returns>0: they are the same; below 0: it comes before.</returns>
    public static int Compare(byte[] serial, byte[] buffer, int offset)
    {
        int difference = 0;
        for (int i = 0; difference == 0 && i < MessageFormat.SerialLength; i++)
        {
            difference = serial[i] - buffer[offset + i];
        }

        return difference;
    }
}
