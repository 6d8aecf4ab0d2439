namespace System.IO.Ports;

internal enum SerialMode
{
    Normal = 0,
    RS485 = 1,
}
