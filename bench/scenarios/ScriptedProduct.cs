using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>The product's side of the bus over a <see cref="ScriptedPort"/>, called whenever it asks for it.</summary>
internal sealed class ScriptedProduct
{
    private const long IdleMs = 300;

    private readonly ScriptedPort _port;

    /// <summary>Makes a bus with one battery, or with none.</summary>
    public ScriptedProduct(bool hasBattery)
    {
        _port = new ScriptedPort(hasBattery);
        var settings = new Settings();
        settings.Set(SettingId.Wiring, (int)BankWiring.Series);
        Monitor = new Monitor(_port, settings, BusRole.Master);
    }

    /// <summary>The product without its panel.</summary>
    public Monitor Monitor { get; }

    /// <summary>The time, ms.</summary>
    public long NowMs => _port.NowMs;

    /// <summary>Calls the product once, and lets time pass until it wants to be called again.</summary>
    public void Poll()
    {
        long dueMs = Monitor.Bus.Poll(_port.NowMs);
        _port.NowMs = Math.Max(dueMs, _port.NowMs + 1);
    }

    /// <summary>Goes on until nothing is under way; the next call begins something.</summary>
    public void RunUntilDue()
    {
        long calledMs;
        do
        {
            calledMs = _port.NowMs;
            Poll();
        }
        while (_port.NowMs - calledMs < IdleMs);
    }

    /// <summary>Goes on until nothing is under way; nothing is due at the next call either.</summary>
    public void RunUntilIdle()
    {
        RunUntilDue();
        _port.NowMs -= IdleMs / 2;
    }

    /// <summary>Goes on until every battery was asked once more, and bank and alarms know what it said.</summary>
    public void RunCycle()
    {
        int before = Monitor.Bus.Batteries.Revision;
        while (Monitor.Bus.Batteries.Revision == before)
        {
            long nowMs = _port.NowMs;
            Poll();
            if (Monitor.Bank.Update(nowMs))
            {
                Monitor.Alarms.Update(nowMs);
            }
        }
    }

    /// <summary>Goes on until a round of discovery is over.</summary>
    public void RunRound()
    {
        int before = Monitor.Bus.Counters.Rounds;
        while (Monitor.Bus.Counters.Rounds == before)
        {
            Poll();
        }
    }
}
