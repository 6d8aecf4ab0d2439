using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>The product's side of the bus over a <see cref="ScriptedPort"/>, called whenever it asks for it.</summary>
internal sealed class ScriptedBus
{
    private const long IdleMs = 100;

    private readonly ScriptedPort _port;
    private readonly BusMonitor _monitor;
    private readonly Bank _bank;
    private readonly AlarmList _alarms;

    /// <summary>Makes a bus with one battery, or with none.</summary>
    public ScriptedBus(bool hasBattery)
    {
        _port = new ScriptedPort(hasBattery);
        _monitor = new BusMonitor(_port, BusMaster.DefaultPollIntervalMs, BusRole.Master);
        _bank = new Bank(_monitor.Batteries, _monitor.Counters, BankWiring.Series, Bank.DefaultCapacityMah);
        _alarms = new AlarmList(_monitor.Batteries, new AlarmLimits());
    }

    /// <summary>Calls the product once, and lets time pass until it wants to be called again.</summary>
    public void Poll()
    {
        long dueMs = _monitor.Poll(_port.NowMs);
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
        int before = _monitor.Counters.Cycles;
        while (_monitor.Counters.Cycles == before)
        {
            long nowMs = _port.NowMs;
            Poll();
            if (_bank.Update(nowMs))
            {
                _alarms.Update(nowMs);
            }
        }
    }

    /// <summary>Goes on until a round of discovery is over.</summary>
    public void RunRound()
    {
        int before = _monitor.Counters.Rounds;
        while (_monitor.Counters.Rounds == before)
        {
            Poll();
        }
    }
}
