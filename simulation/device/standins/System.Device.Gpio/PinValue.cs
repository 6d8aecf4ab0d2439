namespace System.Device.Gpio;

internal readonly struct PinValue
{
    private readonly bool _isHigh;

    private PinValue(bool isHigh)
    {
        _isHigh = isHigh;
    }

    public static PinValue High => new(true);

    public static PinValue Low => new(false);

    public static bool operator ==(PinValue a, PinValue b) => a._isHigh == b._isHigh;

    public static bool operator !=(PinValue a, PinValue b) => a._isHigh != b._isHigh;

    public static implicit operator PinValue(bool value) => new(value);

    public static explicit operator bool(PinValue value) => value._isHigh;

    public override bool Equals(object obj) => obj is PinValue other && other == this;

    public override int GetHashCode() => _isHigh ? 1 : 0;
}
