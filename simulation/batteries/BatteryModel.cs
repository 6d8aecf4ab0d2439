namespace ValenceNano.Simulation;

/// <summary>
/// A U1-12RT as its data reply shows it: charge and temperature move with the current, four LiFePO4 cell groups follow.
/// Good enough to look at, not to design with. Temperatures and voltages can be forced for a test.
/// </summary>
public sealed class BatteryModel
{
    /// <summary>Capacity, mAh (owners' notes: 40 Ah).</summary>
    public const int CapacityMah = 40_000;

    private const double CellOhm = 0.003;
    private const double DegreesPerWattSecond = 1.0 / 4000;
    private const double CoolingPerSecond = 1.0 / 3600;

    // Open-circuit voltage of a LiFePO4 cell over its state of charge, in steps of 5 %, mV.
    private static readonly int[] OpenCircuitMv =
    [
        2700, 3100, 3190, 3215, 3235, 3252, 3267, 3279, 3288, 3294, 3298,
        3301, 3305, 3312, 3320, 3328, 3332, 3334, 3336, 3342, 3420,
    ];

    private readonly int[] _cellOffsetMv;
    private double _charge;
    private double _aboveAmbientC;
    private double _current2Ma;
    private long _updatedUs;
    private int _currentMa;

    /// <summary>Makes a battery at rest.</summary>
    /// <param name="socPermille">State of charge, 0..1000.</param>
    /// <param name="random">For the small differences between its cell groups.</param>
    public BatteryModel(int socPermille, Random random)
    {
        _charge = socPermille / 1000.0;
        _cellOffsetMv = [random.Next(-2, 3), random.Next(-2, 3), random.Next(-2, 3), random.Next(-2, 3)];
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

    /// <summary>Cell-group voltages, mV.</summary>
    public int[] CellMv { get; } = new int[4];

    /// <summary>Cell-group temperatures, deg C.</summary>
    public int[] CellC { get; } = new int[4];

    /// <summary>Board temperatures, deg C.</summary>
    public int[] BoardC { get; } = new int[2];

    /// <summary>True state of charge, 0..1000.</summary>
    public int SocPermille
    {
        get => (int)Math.Round(_charge * 1000);
        set => _charge = value / 1000.0;
    }

    /// <summary>State of charge as its gauge says it, 0..255.</summary>
    public int SocByte => Math.Clamp((SocPermille + GaugeErrorPermille) * 255 / 1000, 0, 255);

    /// <summary>One cell group that is stronger or weaker than the others, mV to add to it.</summary>
    public void SetCellOffset(int cell, int offsetMv) => _cellOffsetMv[cell] = offsetMv;

    /// <summary>Lets time pass, with the current there has been since the last call.</summary>
    public void AdvanceTo(long nowUs)
    {
        double seconds = Math.Max(0, nowUs - _updatedUs) / 1e6;
        _updatedUs = nowUs;
        _charge = Math.Clamp(_charge + (CurrentMa * seconds / 3600.0 / CapacityMah), 0, 1);
        double amps = CurrentMa / 1000.0;
        double heatW = amps * amps * CellOhm * 4;
        double cooling = Math.Exp(-seconds * CoolingPerSecond);
        _aboveAmbientC = (_aboveAmbientC * cooling) + (heatW * DegreesPerWattSecond / CoolingPerSecond * (1 - cooling));
        _current2Ma += (CurrentMa - _current2Ma) * (1 - Math.Exp(-seconds / 4));
        Refresh();
    }

    private void Refresh()
    {
        double position = _charge * (OpenCircuitMv.Length - 1);
        int step = Math.Min((int)position, OpenCircuitMv.Length - 2);
        double openMv = OpenCircuitMv[step] + ((position - step) * (OpenCircuitMv[step + 1] - OpenCircuitMv[step]));
        for (int i = 0; i < CellMv.Length; i++)
        {
            CellMv[i] = Math.Clamp((int)Math.Round(openMv + (CurrentMa * CellOhm)) + _cellOffsetMv[i], 0, 5000);
            CellC[i] = Math.Clamp((int)Math.Round(AmbientC + _aboveAmbientC) + (i == 0 ? 1 : 0), -60, 120);
        }

        BoardC[0] = Math.Clamp((int)Math.Round(AmbientC + (_aboveAmbientC * 1.2)), -60, 120);
        BoardC[1] = Math.Clamp(BoardC[0] + 3, -60, 120);
    }
}
