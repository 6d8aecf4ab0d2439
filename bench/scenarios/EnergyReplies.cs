using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>A battery that was full a while ago and is discharged: all that energy, history and health follow is to be followed.</summary>
internal sealed class EnergyReplies
{
    private const int ReplyMs = 3000;
    private const int MinuteMs = 60_000;

    private readonly ScriptedProduct _bus = new(hasBattery: true);
    private long _nowMs;

    /// <summary>Charges the battery to the end, and discharges it for some minutes.</summary>
    public EnergyReplies()
    {
        _bus.RunUntilDue();
        _bus.RunCycle();
        _nowMs = _bus.NowMs;
        for (int i = 0; i < 100; i++)
        {
            Take(3450, 500);
        }

        while (_nowMs % MinuteMs >= ReplyMs)
        {
            Take(3300, -5000);
        }

        Check.That(_bus.Monitor.Logbook.Health.GivenSinceFullMah(_bus.Monitor.Logbook.EntryOf(Battery)) >= 0);
    }

    private Battery Battery => _bus.Monitor.Bus.Batteries[0];

    /// <summary>A reply has come, within the minute; bank and alarms know it.</summary>
    public void Hear() => Hear(3300, -5000, ReplyMs);

    /// <summary>A reply has come with which a minute is over.</summary>
    public void HearMinute() => Hear(3300, -5000, MinuteMs);

    /// <summary>What is done with it.</summary>
    public void Take() => _bus.Monitor.Logbook.Update(_nowMs);

    private void Take(int cellMv, int currentMa)
    {
        Hear(cellMv, currentMa, ReplyMs);
        Take();
    }

    private void Hear(int cellMv, int currentMa, int afterMs)
    {
        _nowMs += afterMs;
        Telemetry values = Battery.Values;
        Array.Fill(values.Numbers, cellMv, Telemetry.FirstCellMv, Telemetry.CellCount);
        values.CellMinMv = values.CellMaxMv = cellMv;
        values.CurrentMa = currentMa;

        // A new state of charge with every reply, which is much.
        values.SocPermille = 500 + (int)(_nowMs / ReplyMs % 2 * 4);
        Battery.Take(ref values, _nowMs);
        _bus.Monitor.Bus.Batteries.EndCycle();
        _bus.Monitor.Bank.Update(_nowMs);
    }
}
