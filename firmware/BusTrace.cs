using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Firmware;

/// <summary>Where capture lines of the bus go, as <see cref="Board"/> has it.</summary>
internal static class BusTrace
{
    /// <summary>Puts the trace around the bus.</summary>
    /// <param name="port">The bus.</param>
    /// <param name="pin">As <see cref="Board.TracePin"/>.</param>
    /// <returns>The traced port; null: nothing is traced.</returns>
    public static TracePort Of(IBusPort port, int pin)
    {
        if (pin >= 0)
        {
            return new UartTrace(port, Board.TraceUart, pin, Board.TraceUnusedPin);
        }

        return Board.TraceToDebugger ? new ConsoleTrace(port) : null;
    }
}
