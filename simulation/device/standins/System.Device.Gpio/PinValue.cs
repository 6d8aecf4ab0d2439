using ValenceNano.Simulation;

namespace System.Device.Gpio;

internal readonly struct PinValue
{
    internal PinValue(bool isHigh)
    {
        IsHigh = isHigh;
    }

    public static PinValue High => Constant(true);

    public static PinValue Low => Constant(false);

    /// <summary>The level, for the virtual pins.</summary>
    internal bool IsHigh { get; }

    public static bool operator ==(PinValue a, PinValue b)
    {
        using LibraryCall call = VirtualDevice.Current.Processor.Enter(LibraryCost.PinCompare);
        return a.IsHigh == b.IsHigh;
    }

    public static bool operator !=(PinValue a, PinValue b) => !(a == b);

    public static implicit operator PinValue(bool value) => new(value);

    public static explicit operator bool(PinValue value)
    {
        using LibraryCall call = VirtualDevice.Current.Processor.Enter(LibraryCost.PinConvert);
        return value.IsHigh;
    }

    public override bool Equals(object obj) => obj is PinValue other && other == this;

    public override int GetHashCode() => IsHigh ? 1 : 0;

    private static PinValue Constant(bool isHigh)
    {
        using LibraryCall call = VirtualDevice.Current.Processor.Enter(LibraryCost.PinConstant);
        return new PinValue(isHigh);
    }
}
