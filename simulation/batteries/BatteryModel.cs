namespace ValenceNano.Simulation;

/// <summary>
/// A U1-12RT as its data reply shows it: charge and temperature move with the current, four LiFePO4 cell groups follow, each with
/// a capacity of its own. It knows the truth that a monitor can only measure. Temperatures and voltages can be forced for a test.
/// </summary>
public sealed class BatteryModel
{
    /// <summary>What the label says that a battery holds, mAh (owners' notes: 40 Ah).</summary>
    public const int LabelMah = 40_000;

    /// <summary>Its gauge takes it for full from here on at the end of a charge: a twentieth of the label, mA.</summary>
    private const int TailMa = LabelMah / 20;

    /// <summary>Its gauge takes it for empty when a group has no more than this, permille.</summary>
    private const double EmptyPermille = 5;

    private const double DegreesPerWattSecond = 1.0 / 4000;
    private const double CoolingPerSecond = 1.0 / 3600;
    private const double HeatingOhm = 0.012;

    private double _gauge;
    private double _aboveAmbientC;
    private double _current2Ma;
    private long _updatedUs;
    private int _currentMa;

    /// <summary>Makes a battery at rest, its groups balanced.</summary>
    /// <param name="socPermille">State of charge, 0..1000.</param>
    /// <param name="random">For the small differences between its cell groups.</param>
    public BatteryModel(int socPermille, Random random)
    {
        foreach (VirtualCellGroup group in Groups)
        {
            group.OffsetMv = random.Next(-2, 3);
        }

        SocPermille = socPermille;
        Refresh();
    }

    /// <summary>Current through it, mA, charging positive. What the battery says is the same at once.</summary>
    public int CurrentMa
    {
        get => _currentMa;
        set
        {
            if (Clock != null && value != _currentMa)
            {
                AdvanceTo(Clock.NowUs);
            }

            _currentMa = value;
        }
    }

    /// <summary>The time at which <see cref="CurrentMa"/> changes; without it, it changes when the battery was last updated.</summary>
    public VirtualClock? Clock { get; set; }

    /// <summary>The slower current of the reply, mA.</summary>
    public int Current2Ma => (int)Math.Round(_current2Ma);

    /// <summary>Temperature around it, deg C.</summary>
    public int AmbientC { get; set; } = 20;

    /// <summary>How far its own gauge is off, permille; the log has one that is off by some 800.</summary>
    public int GaugeErrorPermille { get; set; }

    /// <summary>Its cell groups.</summary>
    public VirtualCellGroup[] Groups { get; } = [new(), new(), new(), new()];

    /// <summary>Cell-group voltages, mV.</summary>
    public int[] CellMv { get; } = new int[4];

    /// <summary>Cell-group temperatures, deg C.</summary>
    public int[] CellC { get; } = new int[4];

    /// <summary>Board temperatures, deg C.</summary>
    public int[] BoardC { get; } = new int[2];

    /// <summary>What it truly holds, mAh: what its weakest group does.</summary>
    public double CapacityMah
    {
        get
        {
            double leastMah = double.MaxValue;
            foreach (VirtualCellGroup group in Groups)
            {
                leastMah = Math.Min(leastMah, group.CapacityMah);
            }

            return leastMah;
        }
    }

    /// <summary>All that has flowed into it so far, mAh: the truth for a monitor's counters.</summary>
    public double ChargedMah { get; private set; }

    /// <summary>All that has flowed out of it so far, mAh.</summary>
    public double DischargedMah { get; private set; }

    /// <summary>What can be drawn before the first group is empty, mAh.</summary>
    public double ChargeMah
    {
        get
        {
            double leastMah = double.MaxValue;
            foreach (VirtualCellGroup group in Groups)
            {
                leastMah = Math.Min(leastMah, group.ChargeMah);
            }

            return leastMah;
        }
    }

    /// <summary>True state of charge, 0..1000: what its emptiest group has, of what the weakest holds. Set, it balances the groups at the top.</summary>
    public int SocPermille
    {
        get => Math.Min(1000, (int)Math.Round(1000 * ChargeMah / CapacityMah));
        set
        {
            _gauge = value / 1000.0;
            foreach (VirtualCellGroup group in Groups)
            {
                group.MissingMah = LabelMah * (1 - _gauge);
            }
        }
    }

    /// <summary>
    /// State of charge as its gauge says it, 0..255. It counts on the label's capacity; at the end of a charge it says full, and empty when
    /// a group is.
    /// </summary>
    public int SocByte => Math.Clamp(((int)Math.Round(_gauge * 1000) + GaugeErrorPermille) * 255 / 1000, 0, 255);

    /// <summary>All groups together without current, mV.</summary>
    public double RestMv => Groups.Sum(group => group.RestMv);

    /// <summary>A group has next to nothing left.</summary>
    public bool IsEmpty => Array.Exists(Groups, static group => group.ChargeMah <= group.CapacityMah * EmptyPermille / 1000);

    /// <summary>One cell group that is stronger or weaker than the others, mV to add to it.</summary>
    public void SetCellOffset(int cell, int offsetMv) => Groups[cell].OffsetMv = offsetMv;

    /// <summary>Lets time pass, with the current there has been since the last call.</summary>
    public void AdvanceTo(long nowUs)
    {
        double seconds = Math.Max(0, nowUs - _updatedUs) / 1e6;
        _updatedUs = nowUs;
        double chargeMah = CurrentMa * seconds / 3600;
        ChargedMah += Math.Max(0, chargeMah);
        DischargedMah += Math.Max(0, -chargeMah);
        foreach (VirtualCellGroup group in Groups)
        {
            group.MissingMah -= chargeMah;
        }

        Gauge(chargeMah);
        double amps = CurrentMa / 1000.0;
        double heatW = amps * amps * HeatingOhm;
        double cooling = Math.Exp(-seconds * CoolingPerSecond);
        _aboveAmbientC = (_aboveAmbientC * cooling) + (heatW * DegreesPerWattSecond / CoolingPerSecond * (1 - cooling));
        _current2Ma += (CurrentMa - _current2Ma) * (1 - Math.Exp(-seconds / 4));
        Refresh();
    }

    private void Gauge(double chargeMah)
    {
        _gauge = Math.Clamp(_gauge + (chargeMah / LabelMah), 0, 1);
        if (CurrentMa is > 0 and <= TailMa && Array.TrueForAll(Groups, static group => group.MissingMah <= 0))
        {
            _gauge = 1;
        }
        else if (CurrentMa < 0 && IsEmpty)
        {
            _gauge = 0;
        }
    }

    private void Refresh()
    {
        for (int i = 0; i < CellMv.Length; i++)
        {
            CellMv[i] = Groups[i].Mv(CurrentMa);
            CellC[i] = Math.Clamp((int)Math.Round(AmbientC + _aboveAmbientC) + (i == 0 ? 1 : 0), -60, 120);
        }

        BoardC[0] = Math.Clamp((int)Math.Round(AmbientC + (_aboveAmbientC * 1.2)), -60, 120);
        BoardC[1] = Math.Clamp(BoardC[0] + 3, -60, 120);
    }
}
