using System;
using System.IO.Ports;
using nanoFramework.Hardware.Esp32;

namespace ValenceNano.Firmware;

/// <summary>The chip's UARTs: which pins and which names they have.</summary>
internal static class Uart
{
    /// <summary>The speed of the bus, baud; the trace has the same.</summary>
    private const int BaudRate = 115200;

    /// <summary>Gives a UART its pins and makes its port, 115200 baud, 8 data bits, no parity, 1 stop bit; not open yet.</summary>
    /// <param name="uart">2 for COM2, 3 for COM3. COM1 is the debugger's.</param>
    /// <param name="txPin">GPIO of the output.</param>
    /// <param name="rxPin">GPIO of the input. The driver opens no UART that lacks one of the two.</param>
    public static SerialPort Create(int uart, int txPin, int rxPin)
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
