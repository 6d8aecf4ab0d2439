namespace ValenceNano.Simulation;

/// <summary>
/// What a call of one of the device's libraries costs there beyond its own instruction: counted on the platform's own interpreter,
/// except where it says estimate. Start-up is not counted.
/// </summary>
internal readonly struct LibraryCost
{
    /// <summary>Native, or of no account.</summary>
    public static readonly LibraryCost None = new(0, 0);

    /// <summary><c>GpioPin.Read()</c>.</summary>
    public static readonly LibraryCost PinRead = new(3, 24);

    /// <summary><c>PinValue</c> compared with another: it is boxed, for a struct is an object there.</summary>
    public static readonly LibraryCost PinCompare = new(12, 72);

    /// <summary><c>PinValue.Low</c>, <c>PinValue.High</c>.</summary>
    public static readonly LibraryCost PinConstant = new(7, 0);

    /// <summary>A <c>PinValue</c> made a bool.</summary>
    public static readonly LibraryCost PinConvert = new(6, 24);

    /// <summary><c>GpioPin.Write</c>.</summary>
    public static readonly LibraryCost PinWrite = new(16, 48);

    /// <summary>An edge of a pin that has a handler, with the thread that calls it.</summary>
    public static readonly LibraryCost PinEdge = new(258, 127);

    /// <summary><c>I2cDevice.Write</c>.</summary>
    public static readonly LibraryCost I2cWrite = new(37, 252);

    /// <summary>A <c>SpanByte</c> made for it.</summary>
    public static readonly LibraryCost Span = new(33, 0);

    /// <summary><c>SerialPort.BytesToRead</c>.</summary>
    public static readonly LibraryCost SerialLook = new(6, 0);

    /// <summary><c>SerialPort.Read</c>, <c>SerialPort.Write</c>; an estimate.</summary>
    public static readonly LibraryCost SerialTransfer = new(20, 0);

    private LibraryCost(int instructions, int bytes)
    {
        Instructions = instructions;
        Bytes = bytes;
    }

    /// <summary>Instructions that are interpreted.</summary>
    public int Instructions { get; }

    /// <summary>Bytes taken from the heap.</summary>
    public int Bytes { get; }
}
