using ValenceNano.Model;
using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Bus;

/// <summary>
/// A bus by script, in virtual ms: what the product sends is recorded with its time, and answered as the test says.
/// Answers arrive whole at their time.
/// </summary>
internal sealed class ScriptedBus : IBusPort
{
    private readonly List<Rule> _rules = [];
    private readonly List<(long Ms, string Name)> _sent = [];
    private readonly PriorityQueue<byte[], (long Ms, int Order)> _arriving = new();
    private byte[] _current = [];
    private int _taken;
    private int _order;

    public ScriptedBus(
        BusRole start = BusRole.Master, int pollIntervalMs = BusMaster.DefaultPollIntervalMs, int deviceNumber = 0) =>
        Monitor = new BusMonitor(this, pollIntervalMs, start, deviceNumber);

    public BusMonitor Monitor { get; }

    public long NowMs { get; private set; }

    /// <summary>The product hears what it sends, <see cref="EchoMs"/> after it.</summary>
    public bool Echoes { get; set; }

    public int EchoMs { get; set; } = 1;

    /// <summary>All that was sent, "ms name" each.</summary>
    public IEnumerable<string> Sent => SentBetween(0, long.MaxValue);

    /// <summary>What was sent from one time up to, not at, another.</summary>
    public IEnumerable<string> SentBetween(long fromMs, long toMs) =>
        _sent.Where(sent => sent.Ms >= fromMs && sent.Ms < toMs).Select(sent => $"{sent.Ms} {sent.Name}");

    /// <summary>The times at which this request was sent.</summary>
    public List<long> TimesOf(string name) => [.. _sent.Where(sent => sent.Name == name).Select(sent => sent.Ms)];

    /// <summary>
    /// Answers a request with these pieces (ms after it, hex), as often as told. Of several rules for a request the first
    /// one that is not used up holds; no pieces: it is not answered.
    /// </summary>
    public ScriptedBus On(string request, int times, params (int AfterMs, string Hex)[] pieces)
    {
        _rules.Add(new Rule(request, pieces) { Times = times });
        return this;
    }

    /// <summary>Answers a request with this, always.</summary>
    public ScriptedBus On(string request, int afterMs, string hex) => On(request, int.MaxValue, (afterMs, hex));

    /// <summary>From now on this request is not answered, until another rule is given.</summary>
    public void Unplug(string request) => _rules.RemoveAll(rule => rule.Request == request);

    /// <summary>
    /// A battery in a slot, found in the next discovery, that acknowledges its bus id after 28 ms and answers after 7 ms,
    /// as in the log.
    /// </summary>
    public ScriptedBus WithBattery(string serial, int slot, int busId, Reply? reply = null)
    {
        On($"slot {slot}", 1, (2, SerialAnswer(serial)));
        On($"assign {serial} {busId}", 28, AssignedAnswer(busId));
        On($"read {busId}", 7, Hex.Text(((reply ?? new Reply()) with { BusId = busId }).Bytes()));
        return this;
    }

    /// <summary>Bytes that come by themselves.</summary>
    public void At(long ms, string hex) => _arriving.Enqueue(Hex.Bytes(hex), (ms, _order++));

    /// <summary>Calls the product whenever it wants to be called.</summary>
    public ScriptedBus RunUntil(long ms)
    {
        while (NowMs < ms)
        {
            NowMs = Math.Min(ms, Math.Max(Monitor.Poll(NowMs), NowMs + 1));
        }

        return this;
    }

    /// <summary>As <see cref="RunUntil"/>, by a caller that looks every 5 ms, as those with a panel to draw do.</summary>
    public ScriptedBus LookUntil(long ms)
    {
        while (NowMs < ms)
        {
            RunUntil(Math.Min(ms, NowMs + 5));
        }

        return this;
    }

    /// <summary>The clock jumps; nobody was called in between.</summary>
    public void Jump(long ms) => NowMs += ms;

    public void Write(byte[] buffer, int offset, int count)
    {
        string name = Request.Name(buffer.AsSpan(offset, count));
        _sent.Add((NowMs, name));
        if (Echoes)
        {
            At(NowMs + EchoMs, Hex.Text(buffer.AsSpan(offset, count)));
        }

        Rule? rule = _rules.Find(rule => rule.Request == name && rule.Times > 0);
        if (rule != null)
        {
            rule.Times--;
            foreach ((int afterMs, string hex) in rule.Pieces)
            {
                At(NowMs + afterMs, hex);
            }
        }
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        if (_taken == _current.Length)
        {
            if (!_arriving.TryPeek(out _, out (long Ms, int) first) || first.Ms > NowMs)
            {
                return 0;
            }

            _current = _arriving.Dequeue();
            _taken = 0;
        }

        int read = Math.Min(count, _current.Length - _taken);
        Array.Copy(_current, _taken, buffer, offset, read);
        _taken += read;
        return read;
    }

    public static string SerialAnswer(string serial) =>
        Hex.Text(Cases.Sealed([0xFF, 0x70, 0x11, .. System.Text.Encoding.Latin1.GetBytes(serial)]));

    public static string AssignedAnswer(int busId) => Hex.Text(Cases.Sealed([0xFF, 0x42, 0x06, (byte)busId]));

    private sealed record Rule(string Request, (int AfterMs, string Hex)[] Pieces)
    {
        public int Times { get; set; }
    }
}
