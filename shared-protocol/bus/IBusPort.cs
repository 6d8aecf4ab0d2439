namespace ValenceNano.Protocol;

/// <summary>
/// The one seam between the bus and the world: a UART, a desktop's serial port, a virtual wire, a recorder around
/// another port. Neither call waits, and neither throws for a fault of the line: a port whose cable is out reads nothing.
/// </summary>
public interface IBusPort
{
    /// <summary>Sends these bytes, or hands them to whatever sends them on by itself.</summary>
    void Write(byte[] buffer, int offset, int count);

    /// <summary>Takes bytes that have already arrived, at most <paramref name="count"/>.</summary>
    /// <returns>How many were put at <paramref name="offset"/>; 0 at once if nothing has arrived.</returns>
    int Read(byte[] buffer, int offset, int count);
}
