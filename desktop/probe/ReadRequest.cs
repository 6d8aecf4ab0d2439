using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>
/// A request to read registers, by function 3 or 4. There is none that writes: nothing in this folder can change a battery.
/// </summary>
/// <param name="Function">3 (holding registers) or 4 (input registers).</param>
/// <param name="Register">The first one, 0..0xFFFF.</param>
/// <param name="Count">How many, 1..<see cref="MaxCount"/>.</param>
public sealed record ReadRequest(int Function, int Register, int Count)
{
    /// <summary>One less than the data has, so that no answer can be taken for the data.</summary>
    public const int MaxCount = MessageFormat.DataRegisterCount - 1;

    /// <summary>The last register.</summary>
    public int Last => Register + Count - 1;

    /// <summary>Writes the request, whole and with its CRC.</summary>
    /// <returns>Its length.</returns>
    public int Write(byte[] message, int busId)
    {
        if (Function is not MessageFormat.ReadFunction and not MessageFormat.ReadInputFunction || Count is < 1 or > MaxCount)
        {
            throw new InvalidOperationException($"function {Function}, {Count} registers");
        }

        message[0] = (byte)busId;
        message[1] = (byte)Function;
        message[2] = (byte)(Register >> 8);
        message[3] = (byte)Register;
        message[4] = 0;
        message[5] = (byte)Count;
        return Crc16.Seal(message, MessageFormat.RequestLength);
    }
}
