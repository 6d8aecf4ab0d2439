using System.Text;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Bus;

/// <summary>The five messages that the product may send. Anything else that goes out fails the test, function 16 above all.</summary>
internal static class Request
{
    /// <summary>A short name for a request, such as "slot 3", "assign CBB112810318 2" or "read 2".</summary>
    public static string Name(ReadOnlySpan<byte> bytes)
    {
        string hex = Hex.Text(bytes);
        Assert.True(Crc16.IsGood(bytes.ToArray(), 0, bytes.Length), $"sent with a wrong CRC: {hex}");
        string body = hex[..^4];
        return body switch
        {
            "000300FC0000" => "reset",
            "FF430606" => "round",
            _ when IsSlotPoll(body) => $"slot {bytes[3]}",
            _ when body.StartsWith("FF4112", StringComparison.Ordinal) && bytes.Length == 18 => AssignName(bytes),
            _ when body[2..] == "030029001B" && bytes[0] is >= 2 and <= 247 => $"read {bytes[0]}",
            _ => throw new InvalidOperationException($"sent what is never to be sent: {hex}"),
        };
    }

    private static bool IsSlotPoll(string body) =>
        body.Length == 8 && body.StartsWith("FF50060", StringComparison.Ordinal) && body[7] < '6';

    private static string AssignName(ReadOnlySpan<byte> bytes)
    {
        Assert.InRange(bytes[15], 2, 247);
        return $"assign {Encoding.Latin1.GetString(bytes.Slice(3, 12))} {bytes[15]}";
    }
}
