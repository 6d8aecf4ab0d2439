namespace System.Device.Gpio;

public struct PinValue
{
    public static extern PinValue High { get; }

    public static extern PinValue Low { get; }

    public static extern bool operator ==(PinValue a, PinValue b);

    public static extern bool operator !=(PinValue a, PinValue b);

    public extern override bool Equals(object obj);

    public extern override int GetHashCode();
}
