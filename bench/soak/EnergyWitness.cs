using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>
/// Knows what has truly flowed through every battery between the replies that the product took, what each holds and which group is
/// weak, and holds the product's sums, capacities and weak groups to it.
/// </summary>
internal sealed class EnergyWitness(VirtualBatteries batteries, SoakResult result)
{
    // A current that changes between two replies is a slope to the product: 60 A and 3 s make up to 25 mAh, either way.
    private const double Slack = 0.01;
    private const double SlackMah = 60;
    private const double CapacitySlack = 0.05;

    // A group with less of the label's capacity than this is weak; one with more must not be named.
    private const double WeakShare = 0.96;

    private readonly Dictionary<VirtualBattery, Seen> _seen = [];
    private readonly Dictionary<Battery, int> _updates = [];

    /// <summary>Looks at every battery that has sent a reply since the last call.</summary>
    public void Check(Monitor monitor, long worldMs)
    {
        BatteryList list = monitor.Bus.Batteries;
        for (int i = 0; i < list.Count; i++)
        {
            Battery battery = list[i];
            if (battery.Updates != _updates.GetValueOrDefault(battery) && battery.HasValues && Find(battery) is { } source)
            {
                _updates[battery] = battery.Updates;
                Take(battery, source, worldMs);
                CheckWeakGroup(monitor, battery, source.Model);
            }
        }
    }

    /// <summary>Compares the sums and capacities of a monitor at its end.</summary>
    public void Judge(Monitor monitor, long productMs)
    {
        for (int i = 0; i < monitor.Bus.Batteries.Count; i++)
        {
            Battery battery = monitor.Bus.Batteries[i];
            if (Find(battery) is { } source && _seen.TryGetValue(source, out Seen? seen))
            {
                JudgeSum(Value(monitor, ReadingId.ChargeIn, i, productMs), seen.InMah, source, "in");
                JudgeSum(Value(monitor, ReadingId.ChargeOut, i, productMs), seen.OutMah, source, "out");
                JudgeCapacity(monitor, i, source.Model, productMs);
            }
        }
    }

    /// <summary>A new monitor counts from 0.</summary>
    public void ForgetMonitor()
    {
        _seen.Clear();
        _updates.Clear();
    }

    private static long Value(Monitor monitor, ReadingId id, int index, long productMs)
    {
        monitor.Readings.Fetch(ReadingScope.Battery, index, productMs);
        return monitor.Readings.Fetched[(int)id];
    }

    private VirtualBattery? Find(Battery battery) =>
        batteries.All.FirstOrDefault(source => source.Serial.SequenceEqual(battery.Serial));

    private void Take(Battery battery, VirtualBattery source, long worldMs)
    {
        if (!_seen.TryGetValue(source, out Seen? seen))
        {
            _seen.Add(source, seen = new Seen());
        }

        seen.Take(battery, source.Model, worldMs);
    }

    private void JudgeSum(long mah, double seenMah, VirtualBattery source, string direction)
    {
        if (mah == Reading.Unknown)
        {
            return;
        }

        result.EnergyChecks++;
        if (Math.Abs(mah - seenMah) > SlackMah + (Slack * seenMah))
        {
            result.WrongEnergy++;
            result.Failures.Add($"seed {result.Seed}: {Convert.ToHexString(source.Serial)} {direction}: {mah} mAh, seen {seenMah:0}");
        }
    }

    private void JudgeCapacity(Monitor monitor, int index, BatteryModel model, long productMs)
    {
        long mah = Value(monitor, ReadingId.CapacityMeasured, index, productMs);
        if (mah == Reading.Unknown)
        {
            return;
        }

        result.CapacitiesChecked++;
        bool isMinimum = Value(monitor, ReadingId.CapacityIsMinimum, index, productMs) == 1;
        bool isTooMuch = mah > model.CapacityMah * (1 + CapacitySlack);
        bool isTooLittle = !isMinimum && mah < model.CapacityMah * (1 - CapacitySlack);
        if (isTooMuch || isTooLittle)
        {
            result.WrongCapacities++;
            result.Failures.Add($"seed {result.Seed}: {mah} mAh of {model.CapacityMah:0} measured{(isMinimum ? " at least" : "")}");
        }
    }

    private void CheckWeakGroup(Monitor monitor, Battery battery, BatteryModel model)
    {
        int entry = monitor.Logbook.EntryOf(battery);
        int weak = entry < 0 ? 0 : monitor.Logbook.Health.Get(entry, HealthId.WeakCell);
        if (weak > 0 && model.Groups[weak - 1].CapacityMah > BatteryModel.LabelMah * WeakShare)
        {
            result.WrongWeakGroups++;
        }
    }

    /// <summary>What was seen of one battery.</summary>
    private sealed class Seen
    {
        private double _chargedMah;
        private double _dischargedMah;
        private long _valuesMs;
        private Battery? _battery;

        public double InMah { get; private set; }

        public double OutMah { get; private set; }

        public void Take(Battery battery, BatteryModel model, long worldMs)
        {
            model.AdvanceTo(worldMs * 1000);
            if (_battery == battery && battery.ValuesMs - _valuesMs <= EnergyMeter.MinSilenceMs)
            {
                InMah += model.ChargedMah - _chargedMah;
                OutMah += model.DischargedMah - _dischargedMah;
            }

            _battery = battery;
            _valuesMs = battery.ValuesMs;
            _chargedMah = model.ChargedMah;
            _dischargedMah = model.DischargedMah;
        }
    }
}
