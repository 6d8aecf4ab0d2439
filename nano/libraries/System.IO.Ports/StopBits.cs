namespace System.IO.Ports;

public enum StopBits
{
    One = 1,
}
