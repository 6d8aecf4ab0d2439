using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>
/// Days on which a bank is emptied and filled, with messages lost now and then. One group is weaker than the others, or none is: what the
/// product says of capacity and weak group is held to the truth.
/// </summary>
internal sealed class BankDays
{
    private const int Batteries = 2;
    private const int MinDays = 2;
    private const int LostPercent = 2;

    // Between the two it may be named or not.
    private const int SurelyWeakPercent = 90;
    private const int SurelySoundPercent = 97;

    private readonly VirtualClock _clock = new();
    private readonly VirtualBatteries _batteries;
    private readonly Scene _scene;
    private readonly Monitor _monitor;
    private readonly WeakGroup _weak;
    private readonly EnergyWitness _witness;
    private readonly SoakResult _result;

    private BankDays(int seed, SoakResult result)
    {
        var random = new Random(seed);
        var wire = new VirtualWire(_clock, seed);
        _batteries = new VirtualBatteries(wire);
        _weak = new WeakGroup(random.Next(1, Batteries + 1), random.Next(1, 5), random.Next(3) == 0 ? 100 : random.Next(20, 100));
        _scene = new Scene(_batteries, Batteries, seed, _weak);
        var port = new FaultPort(wire.OpenPort(), _clock, seed) { Rates = new FaultRates { Drop = LostPercent } };
        _monitor = new Monitor(port, new Settings(), BusRole.Master);
        _result = result;
        _witness = new EnergyWitness(_batteries, result);
    }

    /// <summary>Runs for some virtual days, two at least, and adds to a result.</summary>
    public static void Run(SoakResult result, double days)
    {
        var bank = new BankDays(result.Seed, result);
        bank.RunUntil((long)(Math.Max(MinDays, days) * SoakClock.Day));
        bank.Judge();
    }

    private void RunUntil(long endMs)
    {
        while (_clock.NowMs < endMs)
        {
            _scene.MoveTo(_clock.NowMs);
            long dueMs = _monitor.Poll(_clock.NowMs);
            _witness.Check(_monitor, _clock.NowMs);
            _clock.NowUs = Math.Max(dueMs, _clock.NowMs + 1) * 1000;
        }
    }

    private void Judge()
    {
        _witness.Judge(_monitor, _clock.NowMs);
        for (int number = 1; number <= Batteries; number++)
        {
            Battery battery = _monitor.Bus.Batteries[number - 1];
            HealthMeter health = _monitor.Logbook.Health;
            int entry = _monitor.Logbook.EntryOf(battery);
            int named = health.Get(entry, HealthId.WeakCell);
            bool isWeak = number == _weak.Battery && _weak.Percent <= SurelyWeakPercent;
            bool isSound = number != _weak.Battery || _weak.Percent >= SurelySoundPercent;
            if ((isWeak && named != _weak.Group) || (isSound && named != 0))
            {
                _result.WrongWeakGroups++;
                _result.Failures.Add($"seed {_result.Seed}: weak {_weak}, named {number}.{named}");
            }

            if (health.CapacityMah(entry) == Reading.Unknown || health.IsMinimum(entry))
            {
                _result.WrongCapacities++;
                _result.Failures.Add($"seed {_result.Seed}: battery {number} was emptied, and has no capacity");
            }
        }
    }
}
