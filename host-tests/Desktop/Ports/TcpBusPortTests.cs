using System.Net;
using System.Net.Sockets;
using ValenceNano.Desktop;

namespace ValenceNano.HostTests.Desktop.Ports;

/// <summary>A port on the network, and an adapter that the test plays on this computer's own. The clock is the test's.</summary>
public sealed class TcpBusPortTests : IDisposable
{
    private const int StepMs = 50;

    // Longer than a test may take.
    private const int LongMs = 600_000;

    private readonly List<string> _reports = [];
    private readonly byte[] _buffer = new byte[100];
    private readonly List<byte> _heard = [];
    private TcpListener _adapter = new(IPAddress.Loopback, 0);
    private long _nowMs;

    public TcpBusPortTests() => _adapter.Start();

    public void Dispose() => _adapter.Dispose();

    private int Number => ((IPEndPoint)_adapter.LocalEndpoint).Port;

    [Fact]
    public void Bytes_pass_both_ways_as_they_are()
    {
        using TcpBusPort port = Open();
        using Socket adapter = _adapter.AcceptSocket();
        port.Write([9, 0, 255, 13, 10, 9], 1, 4);
        byte[] sent = new byte[4];
        for (int taken = 0; taken < 4;)
        {
            taken += adapter.Receive(sent, taken, 4 - taken, SocketFlags.None);
        }

        adapter.Send([255, 255, 0, 17]);
        Wait(port, () => _heard.Count == 4);

        Assert.Equal([0, 255, 13, 10], sent);
        Assert.Equal([255, 255, 0, 17], _heard);
        Assert.Empty(_reports);
    }

    [Fact]
    public void Port_with_nothing_to_read_says_so_at_once()
    {
        using TcpBusPort port = Open();

        Assert.Equal(0, port.Read(_buffer, 0, 10));
        Assert.Equal(0, port.Read(_buffer, 0, 0));
        Assert.Empty(_reports);
    }

    [Fact(Timeout = 60_000)]
    public async Task Wait_for_bytes_ends_when_they_come_and_when_the_connection_breaks()
    {
        using TcpBusPort port = Open();
        using (Socket adapter = _adapter.AcceptSocket())
        {
            adapter.Send([1]);
            await Task.Run(() => port.WaitForInput(LongMs));
            Assert.Equal(1, port.Read(_buffer, 0, 10));
        }

        await Task.Run(() => port.WaitForInput(LongMs));
        Assert.Equal(0, port.Read(_buffer, 0, 10));
        Assert.Single(_reports);
    }

    [Fact]
    public void Port_where_nobody_listens_says_why()
    {
        int number = Number;
        _adapter.Stop();

        PortException refused = Assert.Throws<PortException>(() => new TcpBusPort(new TcpAddress("127.0.0.1", number), _reports.Add));

        Assert.StartsWith($"tcp://127.0.0.1:{number}: the connection is refused", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Connection_that_breaks_is_made_again_and_both_are_told_once()
    {
        using TcpBusPort port = Open();
        int number = Number;
        using (Socket adapter = _adapter.AcceptSocket())
        {
            _adapter.Stop();
        }

        Wait(port, () => _reports.Count == 1);
        for (int i = 0; i < 100; i++)
        {
            port.Write(_buffer, 0, 10);
            Look(port);
        }

        _adapter = new TcpListener(IPAddress.Loopback, number);
        _adapter.Start();
        Wait(port, _adapter.Pending);
        using Socket again = _adapter.AcceptSocket();
        again.Send([1, 2]);
        Wait(port, () => _reports.Count == 2);

        Assert.Equal([1, 2], _heard);
        Assert.EndsWith("the connection is gone; waiting for it to come back", _reports[0], StringComparison.Ordinal);
        Assert.EndsWith("the connection is back", _reports[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Adapter_that_accepts_and_closes_at_once_is_gone_all_the_time()
    {
        using TcpBusPort port = Open();
        for (int i = 0; i < 4; i++)
        {
            Wait(port, _adapter.Pending);
            using Socket adapter = _adapter.AcceptSocket();
        }

        Wait(port, _adapter.Pending);

        Assert.Single(_reports);
    }

    [Fact]
    public void Adapter_that_takes_nothing_holds_nobody_up()
    {
        using TcpBusPort port = Open();
        using Socket adapter = _adapter.AcceptSocket();
        byte[] much = new byte[1_000_000];
        for (int i = 0; i < 20; i++)
        {
            port.Write(much, 0, much.Length);
        }

        Assert.Empty(_reports);
    }

    private TcpBusPort Open() => new(new TcpAddress("127.0.0.1", Number), _reports.Add, () => _nowMs);

    // The network of this computer takes its own time; the test does not look at a clock for it.
    private void Wait(TcpBusPort port, Func<bool> isSo)
    {
        while (!isSo())
        {
            Look(port);
            Thread.Yield();
        }
    }

    private void Look(TcpBusPort port)
    {
        _nowMs += StepMs;
        _heard.AddRange(_buffer[..port.Read(_buffer, 0, _buffer.Length)]);
    }
}
