namespace System.Device.Gpio;

public struct PinValue
{
    public static extern PinValue High { get; }

    public static extern PinValue Low { get; }

    public static extern explicit operator bool(PinValue value);
}
