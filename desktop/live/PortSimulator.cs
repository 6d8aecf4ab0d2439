using System.Diagnostics;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Desktop;

/// <summary>Virtual batteries at true speed on a real serial port: they answer any master that speaks the bus.</summary>
public sealed class PortSimulator
{
    private const int MaxComplaints = 20;

    private readonly VirtualClock _clock = new();
    private readonly IBusPort _serial;
    private readonly VirtualBatteries _batteries;
    private readonly Scene _scene;
    private readonly FaultPort _line;
    private readonly MessageTap? _tap;
    private readonly TextWriter _error;
    private readonly byte[] _buffer = new byte[256];
    private int _complaints;

    /// <summary>Makes the batteries and their wire.</summary>
    /// <param name="serial">Where the master is.</param>
    /// <param name="count">How many batteries, 1..16.</param>
    /// <param name="seed">For all that is left to chance.</param>
    /// <param name="faults">What happens to messages, both ways.</param>
    /// <param name="weak">A weak cell group; null for none.</param>
    /// <param name="trace">Shows every message; null for none.</param>
    /// <param name="error">Takes a line when a master sends what no battery understands.</param>
    public PortSimulator(
        IBusPort serial, int count, int seed, FaultRates faults, WeakGroup? weak, IMessageWriter? trace, TextWriter error)
    {
        _serial = serial;
        _error = error;
        var wire = new VirtualWire(_clock, seed);
        _batteries = new VirtualBatteries(wire);
        _batteries.Heard += Complain;
        _scene = new Scene(_batteries, count, seed, weak);
        _line = new FaultPort(wire.OpenPort(), _clock, seed) { Rates = faults };
        _tap = trace == null ? null : new MessageTap(_serial, trace, () => _clock.NowMs);
    }

    /// <summary>The batteries, to be unplugged and plugged in.</summary>
    public IReadOnlyList<VirtualBattery> Batteries => _batteries.All;

    /// <summary>Answers until the time is over, or until it is cancelled.</summary>
    /// <param name="seconds">How long; null: for ever.</param>
    /// <param name="flush">Called often: what was traced is to be seen.</param>
    /// <param name="cancellation">Ends it.</param>
    public void Run(int? seconds, Action flush, CancellationToken cancellation)
    {
        var time = Stopwatch.StartNew();
        IBusPort serial = _tap ?? _serial;
        while (!cancellation.IsCancellationRequested && !(time.Elapsed.TotalSeconds >= seconds))
        {
            _clock.NowUs = (long)time.Elapsed.TotalMicroseconds;
            _scene.MoveTo(_clock.NowMs);
            Pass(serial, _line);
            Pass(_line, serial);
            _batteries.EndSilentBurst(_clock.NowUs);
            flush();
            Thread.Sleep(1);
        }

        _tap?.EndBurst();
        flush();
    }

    private void Pass(IBusPort from, IBusPort to)
    {
        int count = from.Read(_buffer, 0, _buffer.Length);
        while (count > 0)
        {
            to.Write(_buffer, 0, count);
            count = from.Read(_buffer, 0, _buffer.Length);
        }
    }

    private void Complain(MessageKind kind, ReadOnlyMemory<byte> bytes, long nowUs)
    {
        if (kind != MessageKind.Junk || _complaints > MaxComplaints)
        {
            return;
        }

        string what = $"{nowUs / 1000} ms: no battery understands {Convert.ToHexStringLower(bytes.Span)}";
        _error.WriteLine(_complaints++ < MaxComplaints ? what : "and more that no battery understands");
    }
}
