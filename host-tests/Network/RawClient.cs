using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ValenceNano.HostTests.Network;

/// <summary>A client that sends what it is told, byte for byte, and reads until the server closes.</summary>
internal static class RawClient
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>A port that nobody has.</summary>
    public static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    /// <summary>Sends a request, and gives all that is answered.</summary>
    /// <param name="port">Whose.</param>
    /// <param name="request">Its bytes.</param>
    /// <param name="endsSending">Says that nothing more will come: a server that waits for that does not wait any longer.</param>
    public static async Task<byte[]> AskAsync(int port, string request, bool endsSending = false)
    {
        using var patience = new CancellationTokenSource(s_patience);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), patience.Token);
        if (endsSending)
        {
            client.Client.Shutdown(SocketShutdown.Send);
        }

        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            // Closed with bytes that nobody wanted to read: the answer has come before.
        }

        return answer.ToArray();
    }
}
