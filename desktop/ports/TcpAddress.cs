using System.Globalization;

namespace ValenceNano.Desktop;

/// <summary>Where a serial port is on the network: <c>tcp://HOST:PORT</c>.</summary>
/// <param name="Host">A name, or an address of IPv4 or IPv6.</param>
/// <param name="Port">1..65535.</param>
public sealed record TcpAddress(string Host, int Port)
{
    private const string Scheme = "tcp://";

    /// <summary>As it was typed.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Scheme}{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}");

    /// <summary>The name of a port is meant as an address, be it a right one or not.</summary>
    public static bool IsMeant(string name) => name.Contains("://", StringComparison.Ordinal);

    /// <summary>Reads an address; null: it is none.</summary>
    public static TcpAddress? Parse(string text)
    {
        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        int colon = text.LastIndexOf(':');
        string host = colon < Scheme.Length ? "" : text[Scheme.Length..colon];
        bool isBracketed = host.Length > 2 && host[0] == '[' && host[^1] == ']';
        host = isBracketed ? host[1..^1] : host;
        UriHostNameType kind = Uri.CheckHostName(host);
        bool isHost = isBracketed ? kind == UriHostNameType.IPv6 : kind is UriHostNameType.Dns or UriHostNameType.IPv4;
        bool isPort = int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int port);
        return isHost && isPort && port is > 0 and <= ushort.MaxValue ? new TcpAddress(host, port) : null;
    }

    /// <summary>What can be said against the name of a port before it is opened: null if nothing can.</summary>
    public static string? Refuse(string name) => IsMeant(name) && Parse(name) == null
        ? "is no address; tcp://HOST:PORT is wanted, as in tcp://192.168.1.20:4001"
        : null;
}
