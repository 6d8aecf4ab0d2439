using ValenceNano.Model;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Model.Health;

/// <summary>One battery with groups of its own, charged and discharged in virtual time; its replies are 3 s apart.</summary>
internal sealed class HealthRig
{
    private readonly RigBattery _battery;
    private readonly BatteryModel _model;

    public HealthRig(params double[] capacityPercent)
    {
        _battery = Bank.Add("A");
        _model = _battery.Model;
        for (int i = 0; i < 4; i++)
        {
            _model.Groups[i].OffsetMv = 0;
            _model.Groups[i].CapacityMah = BatteryModel.LabelMah * (capacityPercent.Length > i ? capacityPercent[i] : 100) / 100;
        }

        _model.SocPermille = 950;
    }

    public BankRig Bank { get; } = new();

    public BatteryModel Model => _model;

    public long CapacityMah => Bank.Kept(ReadingId.CapacityMeasured);

    public bool IsMinimum => Bank.Kept(ReadingId.CapacityIsMinimum) == 1;

    /// <summary>1..4; 0: none is named.</summary>
    public int WeakCell => (int)Math.Max(0, Bank.Kept(ReadingId.WeakCell));

    public bool IsWeakCellJudged => Bank.Logbook.Health.IsWeakCellJudged(Entry);

    public int Of(HealthId id) => Bank.Logbook.Health.Get(Entry, id);

    public int GivenSinceFullMah => Bank.Logbook.Health.GivenSinceFullMah(Entry);

    public int FullCharges => Bank.Logbook.Extremes.Get(Entry, ExtremeId.FullCharges);

    private int Entry => Bank.Logbook.EntryOf(Bank.Batteries[0]);

    /// <summary>A current for some minutes, or until something is so.</summary>
    public HealthRig Flow(int currentMa, double minutes, Func<bool>? until = null)
    {
        _model.CurrentMa = currentMa;
        for (int i = 0; i < minutes * 20 && until?.Invoke() != true; i++)
        {
            _model.AdvanceTo(Bank.NowMs * 1000);
            Bank.Poll();
        }

        return this;
    }

    /// <summary>Charged to the end, with a tail of 1 A.</summary>
    public HealthRig Fill()
    {
        Flow(10000, 600, () => _model.CellMv.Min() >= 3400);
        return Flow(1000, 30);
    }

    /// <summary>Discharged until a group is at its knee, and no further.</summary>
    public HealthRig Empty(int currentMa = -10000) => Flow(currentMa, 24 * 60, () => _model.IsEmpty);

    /// <summary>Nothing is heard of it while a current flows.</summary>
    public HealthRig Hide(int currentMa, double minutes)
    {
        _battery.Answers = false;
        Flow(currentMa, minutes);
        _battery.Answers = true;
        return this;
    }
}
