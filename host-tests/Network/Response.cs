using System.Globalization;
using System.Text;

namespace ValenceNano.HostTests.Network;

/// <summary>An answer as a peer reads it.</summary>
internal sealed record Response(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Reads all answers of a connection, and fails if there is half of one.</summary>
    /// <param name="bytes">What has come.</param>
    /// <param name="isHead">They answer HEAD: there are no bodies.</param>
    public static List<Response> All(byte[] bytes, bool isHead = false)
    {
        List<Response> all = [];
        int at = 0;
        while (at < bytes.Length)
        {
            all.Add(One(bytes, ref at, isHead));
        }

        return all;
    }

    /// <summary>Reads the only answer of a connection.</summary>
    public static Response Only(byte[] bytes, bool isHead = false) => Assert.Single(All(bytes, isHead));

    private static Response One(byte[] bytes, ref int at, bool isHead)
    {
        string head = TakeUntil(bytes, ref at, "\r\n\r\n");
        string[] lines = head.Split("\r\n");
        Assert.Matches("^HTTP/1\\.1 [0-9]{3} [A-Za-z ]+$", lines[0]);
        Dictionary<string, string> headers = lines.Skip(1).ToDictionary(
            line => line[..line.IndexOf(": ", StringComparison.Ordinal)],
            line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..],
            StringComparer.OrdinalIgnoreCase);
        int status = int.Parse(lines[0].AsSpan(9, 3), CultureInfo.InvariantCulture);
        byte[] body = isHead || status is 204 or 304 ? [] : BodyOf(bytes, ref at, headers);
        return new Response(status, headers, body);
    }

    private static byte[] BodyOf(byte[] bytes, ref int at, Dictionary<string, string> headers)
    {
        if (headers.TryGetValue("Content-Length", out string? length))
        {
            int start = at;
            at += int.Parse(length, CultureInfo.InvariantCulture);
            return bytes[start..at];
        }

        if (!headers.ContainsKey("Transfer-Encoding"))
        {
            Assert.Equal("close", headers["Connection"]);
            int start = at;
            at = bytes.Length;
            return bytes[start..];
        }

        List<byte> body = [];
        int size;
        do
        {
            size = int.Parse(TakeUntil(bytes, ref at, "\r\n"), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.AddRange(bytes.AsSpan(at, size));
            at += size;
            Assert.Equal("", TakeUntil(bytes, ref at, "\r\n"));
        }
        while (size > 0);
        return [.. body];
    }

    private static string TakeUntil(byte[] bytes, ref int at, string end)
    {
        int length = bytes.AsSpan(at).IndexOf(Encoding.ASCII.GetBytes(end));
        Assert.True(length >= 0, $"no end of a line or head in {Encoding.Latin1.GetString(bytes, at, bytes.Length - at)}");
        string taken = Encoding.Latin1.GetString(bytes, at, length);
        at += length + end.Length;
        return taken;
    }
}
