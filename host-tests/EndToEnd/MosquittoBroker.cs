using System.Diagnostics;
using System.Net.Sockets;
using ValenceNano.HostTests.Network;

namespace ValenceNano.HostTests.EndToEnd;

/// <summary>mosquitto on a port of this computer, which can be killed and started again.</summary>
internal sealed class MosquittoBroker : IDisposable
{
    private readonly string _configuration = Path.GetTempFileName();
    private Process? _process;

    public MosquittoBroker()
    {
        File.WriteAllText(_configuration, $"listener {Port} 127.0.0.1\nallow_anonymous true\n");
        Start();
    }

    public int Port { get; } = RawClient.FreePort();

    /// <summary>Starts it, and waits until it can be reached.</summary>
    public void Start()
    {
        _process = Run("mosquitto", "-c", _configuration);
        while (!IsReachable())
        {
            Thread.Sleep(20);
        }
    }

    public void Kill()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    /// <summary>Subscribes, and waits for a message for which something is true.</summary>
    public async Task<string> WaitFor(string topic, Func<string, bool> isIt)
    {
        using Process subscriber = Run("mosquitto_sub", "-p", $"{Port}", "-t", topic);
        try
        {
            while (await subscriber.StandardOutput.ReadLineAsync() is { } line)
            {
                if (isIt(line))
                {
                    return line;
                }
            }

            throw new InvalidOperationException(await subscriber.StandardError.ReadToEndAsync());
        }
        finally
        {
            subscriber.Kill();
        }
    }

    public void Dispose()
    {
        Kill();
        File.Delete(_configuration);
    }

    private bool IsReachable()
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static Process Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach(arguments, start.ArgumentList.Add);
        return Process.Start(start)!;
    }
}
