namespace System.IO.Ports;

public enum Parity
{
    None = 0,
}
