namespace ValenceNano.Model;

/// <summary>What a battery is called in texts.</summary>
public static class BatteryText
{
    private const byte FirstPrintable = 0x20;
    private const byte LastPrintable = 0x7E;

    /// <summary>Adds a battery's number on the screen: "B2".</summary>
    public static TextLine AddNumber(TextLine line, int number) => line.Add((byte)'B').Add(number, NumberFormat.Whole);

    /// <summary>Adds a serial: its printable bytes as they are, all others as <c>\xNN</c>, lower case. At most 48 characters.</summary>
    public static TextLine AddSerial(TextLine line, byte[] serial)
    {
        for (int i = 0; i < serial.Length; i++)
        {
            byte value = serial[i];
            if (value >= FirstPrintable && value <= LastPrintable)
            {
                line.Add(value);
            }
            else
            {
                line.Add((byte)'\\').Add((byte)'x');
                AddHex(line, value);
            }
        }

        return line;
    }

    /// <summary>Adds a serial as 24 hex digits, lower case.</summary>
    public static TextLine AddSerialHex(TextLine line, byte[] serial)
    {
        for (int i = 0; i < serial.Length; i++)
        {
            AddHex(line, serial[i]);
        }

        return line;
    }

    private static void AddHex(TextLine line, int value) => line.Add(Digit(value >> 4)).Add(Digit(value & 0xF));

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'a' - 10 + value);
}
