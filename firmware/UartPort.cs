using System;
using System.IO.Ports;
using nanoFramework.Hardware.Esp32;
using ValenceNano.Protocol;

namespace ValenceNano.Firmware;

/// <summary>
/// The bus over one of the chip's UARTs in RS-485 mode: the UART itself drives the transceiver's DE and /RE with RTS,
/// and drops what is heard while it sends.
/// </summary>
public sealed class UartPort : IBusPort
{
    /// <summary>
    /// Bytes that the driver keeps for us; what does not fit is lost without a word. A whole screen over I2C stops the
    /// program for 24 ms, another thread's turn for 20: a bus that is never quiet brings 507 bytes in that time.
    /// </summary>
    private const int BufferSize = 512;

    /// <summary>The speed of the bus, baud; the trace has the same.</summary>
    private const int BaudRate = 115200;

    private readonly SerialPort _serial;

    /// <summary>Gives the UART its pins and opens it. Throws what the driver throws if that cannot be.</summary>
    /// <param name="uart">2 for COM2, 3 for COM3. COM1 is the debugger's.</param>
    /// <param name="txPin">GPIO to the transceiver's DI.</param>
    /// <param name="rxPin">GPIO from the transceiver's RO.</param>
    /// <param name="rtsPin">GPIO to the transceiver's DE and /RE, joined.</param>
    public UartPort(int uart, int txPin, int rxPin, int rtsPin)
    {
        Configuration.SetPinFunction(rtsPin, uart == 2 ? DeviceFunction.COM2_RTS : DeviceFunction.COM3_RTS);
        _serial = Create(uart, txPin, rxPin);
        _serial.ReadBufferSize = BufferSize;
        _serial.Mode = SerialMode.RS485;
        _serial.Open();
        // Opening resets the hardware's half of the mode; nothing would drive DE.
        _serial.Mode = SerialMode.RS485;
    }

    /// <inheritdoc/>
    public void Write(byte[] buffer, int offset, int count) => _serial.Write(buffer, offset, count);

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        // Asked for more than is there the driver waits, and throws in the end.
        int available = _serial.BytesToRead;
        if (available < count)
        {
            count = available;
        }

        return count > 0 ? _serial.Read(buffer, offset, count) : 0;
    }

    /// <summary>Gives a UART its pins and makes its port, 115200 baud, 8 data bits, no parity, 1 stop bit; not open yet.</summary>
    /// <param name="uart">2 for COM2, 3 for COM3. COM1 is the debugger's.</param>
    /// <param name="txPin">GPIO of the output.</param>
    /// <param name="rxPin">GPIO of the input. The driver opens no UART that lacks one of the two.</param>
    internal static SerialPort Create(int uart, int txPin, int rxPin)
    {
        if (uart != 2 && uart != 3)
        {
            throw new ArgumentOutOfRangeException(nameof(uart));
        }

        bool isSecond = uart == 2;
        Configuration.SetPinFunction(txPin, isSecond ? DeviceFunction.COM2_TX : DeviceFunction.COM3_TX);
        Configuration.SetPinFunction(rxPin, isSecond ? DeviceFunction.COM2_RX : DeviceFunction.COM3_RX);
        return new SerialPort(isSecond ? "COM2" : "COM3", BaudRate);
    }
}
