namespace System.IO.Ports;

internal enum StopBits
{
    One = 1,
}
