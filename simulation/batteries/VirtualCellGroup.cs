namespace ValenceNano.Simulation;

/// <summary>One of a battery's four cell groups: what it holds, what is in it, what it loses inside.</summary>
public sealed class VirtualCellGroup
{
    private const double SoundOhm = 0.003;

    private double _missingMah;

    /// <summary>What it holds from full to empty, mAh. A group that has aged keeps what it misses to full, and its resistance has grown.</summary>
    public double CapacityMah
    {
        get;
        set
        {
            field = value;
            MissingMah = _missingMah;
        }
    } = BatteryModel.LabelMah;

    /// <summary>Its resistance, ohm: 3 milliohms, more in a group that holds less than the label says.</summary>
    public double Ohm => SoundOhm * Math.Max(1, BatteryModel.LabelMah / CapacityMah);

    /// <summary>What it misses to full, mAh: down to -1 % of its capacity, where its balancer burns the rest, and up to all of it.</summary>
    public double MissingMah
    {
        get => _missingMah;
        set => _missingMah = Math.Clamp(value, CapacityMah * (1 - (RestVoltage.FullestPermille / 1000)), CapacityMah);
    }

    /// <summary>What is in it, mAh.</summary>
    public double ChargeMah => CapacityMah - _missingMah;

    /// <summary>What its voltage is away from that of its charge, mV: for a test.</summary>
    public int OffsetMv { get; set; }

    /// <summary>Its voltage without current, mV, but for <see cref="OffsetMv"/>.</summary>
    public double RestMv => RestVoltage.Mv(1000 * ChargeMah / CapacityMah);

    /// <summary>Its voltage with this current through it, mA, charging positive: whole mV, 0..5000.</summary>
    public int Mv(int currentMa) => Math.Clamp((int)Math.Round(RestMv + (currentMa * Ohm)) + OffsetMv, 0, 5000);
}
