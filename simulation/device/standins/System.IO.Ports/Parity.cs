namespace System.IO.Ports;

internal enum Parity
{
    None = 0,
}
