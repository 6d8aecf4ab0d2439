using System;
using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>What a battery is called in texts.</summary>
public static class BatteryText
{
    private const byte FirstPrintable = 0x20;
    private const byte LastPrintable = 0x7E;

    /// <summary>Adds a battery's number on the screen: "B2".</summary>
    public static TextLine AddNumber(TextLine line, int number) => line.Add((byte)'B').Add(number, NumberFormat.Whole);

    /// <summary>Adds a serial, as <see cref="CopySerial"/> has it.</summary>
    public static TextLine AddSerial(TextLine line, byte[] serial, int start = 0) =>
        line.Extend(CopySerial(serial, line.Text, line.Length, start));

    /// <summary>Writes a serial: its printable bytes as they are, all others as <c>\xNN</c>, lower case.</summary>
    /// <returns>How many characters: at most 48.</returns>
    public static int CopySerial(byte[] serial, byte[] buffer, int offset, int start = 0)
    {
        int at = offset;
        int end = start + MessageFormat.SerialLength;
        while (start < end)
        {
            int plain = PlainEnd(serial, start, end);
            Array.Copy(serial, start, buffer, at, plain - start);
            at += plain - start;
            start = plain;
            if (start < end)
            {
                int value = serial[start++];
                buffer[at] = (byte)'\\';
                buffer[at + 1] = (byte)'x';
                buffer[at + 2] = HexText.Digit(value >> 4);
                buffer[at + 3] = HexText.Digit(value & 15);
                at += 4;
            }
        }

        return at - offset;
    }

    private static int PlainEnd(byte[] serial, int start, int end)
    {
        int at = start;
        while (at < end && serial[at] >= FirstPrintable && serial[at] <= LastPrintable)
        {
            at++;
        }

        return at;
    }
}
