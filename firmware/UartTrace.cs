using System.IO.Ports;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Firmware;

/// <summary>Writes trace lines to a UART of their own, 115200 baud, 8 data bits, no parity, 1 stop bit.</summary>
public sealed class UartTrace : TracePort
{
    private readonly SerialPort _serial;

    /// <summary>Opens the UART. Throws what the driver throws if that cannot be.</summary>
    /// <param name="inner">The port whose bytes are traced.</param>
    /// <param name="uart">2 for COM2, 3 for COM3: the one that is not the bus.</param>
    /// <param name="txPin">GPIO that the lines come out of.</param>
    /// <param name="rxPin">Any free GPIO; nothing is read, but the driver does not open a UART without one.</param>
    public UartTrace(IBusPort inner, int uart, int txPin, int rxPin)
        : base(inner, gapMs: 0)
    {
        _serial = UartPort.Create(uart, txPin, rxPin);
        _serial.Open();
    }

    /// <inheritdoc/>
    protected override void WriteLine(TextLine line)
    {
        line.Add((byte)'\r').Add((byte)'\n');
        _serial.Write(line.Text, 0, line.Length);
    }
}
