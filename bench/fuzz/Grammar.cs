using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>Bytes as a bad bus brings them: whole messages of every kind, corrupt ones, and noise.</summary>
internal sealed class Grammar(Random random)
{
    private const int KindCount = 12;

    // Few enough that the same ones meet again, and more than the product has room for.
    private const int SerialCount = 24;

    private static readonly byte[] SpecialBytes =
        [0x00, 0x01, 0x02, 0x03, 0x06, 0x0A, 0x10, 0x11, 0x12, 0x36, 0x7F, 0x80, 0xF7, 0xF8, 0xFF];

    private readonly byte[] _message = new byte[MessageFormat.MaxLength];

    /// <summary>Parts, one behind the other.</summary>
    public byte[] Stream(int parts)
    {
        var stream = new List<byte>();
        for (int i = 0; i < parts; i++)
        {
            stream.AddRange(Part());
        }

        return [.. stream];
    }

    /// <summary>A message, whole or corrupt, or noise.</summary>
    public byte[] Part() => random.Next(8) switch
    {
        0 => Noise(random.Next(1, 40)),
        1 => Enumerable.Repeat(SpecialByte(), random.Next(1, 300)).ToArray(),
        2 or 3 or 4 => Corrupted(Message()),
        _ => Message(),
    };

    /// <summary>A whole message of any kind.</summary>
    public byte[] Message() => random.Next(KindCount) switch
    {
        0 => Written(RequestWriter.Reset(_message)),
        1 => Written(RequestWriter.Round(_message)),
        2 => Written(RequestWriter.SlotPoll(_message, random.Next(256))),
        3 => Written(AnswerWriter.Serial(_message, Serial())),
        4 => Written(RequestWriter.Assign(_message, Serial(), AnyBusId())),
        5 => Written(AnswerWriter.Assigned(_message, AnyBusId())),
        6 => Written(RequestWriter.Read(_message, BusId())),
        7 => Written(AnswerWriter.Written(_message, BusId(), random.Next(0x10000))),
        8 => Sealed([(byte)BusId(), MessageFormat.WriteFunction, .. Noise(2), 0, 1, 2, .. Noise(2), 0, 0]),
        9 => Foreign(BusId(), random.Next(1, 10) < 9 ? random.Next(1, 40) : random.Next(1, MessageFormat.MaxWriteCount + 3)),
        10 => Sealed([(byte)BusId(), (byte)(Any([0x83, 0x84, 0x90])), (byte)random.Next(14), 0, 0]),
        _ => Data(BusId()),
    };

    /// <summary>A message about so many registers that are not the data.</summary>
    private byte[] Foreign(int busId, int count) => random.Next(4) switch
    {
        0 => Sealed([(byte)busId, Any([0x03, 0x04]), .. Noise(2), 0, (byte)count, 0, 0]),
        1 => Sealed([(byte)busId, Any([0x03, 0x04]), (byte)(2 * count), .. Noise(2 * count), 0, 0]),
        2 => Sealed([(byte)busId, 0x10, .. Noise(2), 0, (byte)count, 0, 0]),
        _ => Sealed([(byte)busId, 0x10, .. Noise(2), 0, (byte)count, (byte)(2 * count), .. Noise(2 * count), 0, 0]),
    };

    private byte Any(byte[] bytes) => bytes[random.Next(bytes.Length)];

    /// <summary>A data reply: it agrees with itself, breaks a rule or two, or is noise in a good frame.</summary>
    public byte[] Data(int busId)
    {
        var battery = new BatteryModel(random.Next(1001), random) { CurrentMa = random.Next(-70_000, 70_000) };
        int length = AnswerWriter.Data(_message, busId, battery, Noise(8));
        int changes = random.Next(8) switch { 0 => MessageFormat.DataByteCount, 1 or 2 => random.Next(1, 4), _ => 0 };
        for (int i = 0; i < changes; i++)
        {
            _message[3 + random.Next(MessageFormat.DataByteCount)] = SpecialByte();
        }

        return Written(Crc16.Seal(_message, length));
    }

    /// <summary>The serial message of one of the batteries that there are.</summary>
    public byte[] SerialMessage() => Written(AnswerWriter.Serial(_message, Serial()));

    /// <summary>The acknowledgement of a bus id.</summary>
    public byte[] Assigned(int busId) => Written(AnswerWriter.Assigned(_message, busId));

    /// <summary>The message with bits turned, cut, torn apart, doubled, or wrong in a byte and sealed again.</summary>
    public byte[] Corrupted(byte[] message)
    {
        int at = random.Next(message.Length);
        int length = random.Next(1, message.Length - at + 1);
        switch (random.Next(7))
        {
            case 0:
                return [.. message[..at], .. message[(at + length)..]];
            case 1:
                return message[..at];
            case 2:
                return message[at..];
            case 3:
                return [.. message[..at], .. Noise(random.Next(1, 4)), .. message[at..]];
            case 4:
                return [.. message[..(at + length)], .. message[at..]];
            case 5:
                message[Math.Min(at, random.Next(message.Length))] = SpecialByte();
                return Sealed(message);
            default:
                return Turned(message);
        }
    }

    /// <summary>Bytes of pure chance.</summary>
    public byte[] Noise(int length)
    {
        byte[] noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }

    /// <summary>A byte that means something somewhere, or any.</summary>
    public byte SpecialByte() => random.Next(4) > 0 ? SpecialBytes[random.Next(SpecialBytes.Length)] : (byte)random.Next(256);

    private byte[] Turned(byte[] message)
    {
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            message[random.Next(message.Length)] ^= (byte)(1 << random.Next(8));
        }

        return message;
    }

    // The ids that are given away first are those that are asked.
    private int BusId() => random.Next(4) > 0 ? random.Next(2, 6) : random.Next(1, MessageFormat.MaxBusId + 1);

    private int AnyBusId() => random.Next(8) > 0 ? BusId() : random.Next(256);

    private byte[] Serial()
    {
        int number = random.Next(SerialCount);
        return [.. "FUZZ\n\r\0"u8, 0xFF, (byte)number, 0x0A, (byte)(number * 37), (byte)'#'];
    }

    private byte[] Written(int length) => _message[..length];

    private static byte[] Sealed(byte[] message)
    {
        if (message.Length > Crc16.Length)
        {
            Crc16.Seal(message, message.Length);
        }

        return message;
    }
}
