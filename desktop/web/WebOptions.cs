using System.Net;

namespace ValenceNano.Desktop;

/// <summary>How the page is served.</summary>
/// <param name="Address">On which address and port.</param>
/// <param name="IsUnlocked">Settings may be changed without the button.</param>
public sealed record WebOptions(IPEndPoint Address, bool IsUnlocked)
{
    /// <summary>What the product is called in the network: the host's name, lower case.</summary>
    public static byte[] HostName => System.Text.Encoding.ASCII.GetBytes(Environment.MachineName.ToLowerInvariant());

    /// <summary>Where the page is to be found, for whoever runs it.</summary>
    public string Notice => $"the page: http://{Address}/";

    /// <summary>Reads <c>[ADDRESS:]PORT</c>; null if it is none. Without an address only this computer is answered.</summary>
    public static IPEndPoint? ParseAddress(string text)
    {
        int colon = text.LastIndexOf(':');
        string address = colon < 0 ? "127.0.0.1" : text[..colon];
        bool isPort = ushort.TryParse(text.AsSpan(colon + 1), System.Globalization.NumberStyles.None, null, out ushort port) && port > 0;
        return isPort && IPAddress.TryParse(address, out IPAddress? found) ? new IPEndPoint(found, port) : null;
    }
}
