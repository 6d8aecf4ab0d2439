namespace System.IO.Ports;

public sealed class SerialPort : IDisposable
{
    public extern SerialPort(string portName, int baudRate = 9600, Parity parity = 0, int dataBits = 8, StopBits stopBits = StopBits.One);

    public extern int BytesToRead { get; }

    public extern SerialMode Mode { get; set; }

    public extern int ReadBufferSize { get; set; }

    public extern void Open();

    public extern void Dispose();

    public extern int Read(byte[] buffer, int offset, int count);

    public extern void Write(byte[] buffer, int offset, int count);
}
