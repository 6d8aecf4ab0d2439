namespace ValenceNano.Bench;

/// <summary>What a soak has counted.</summary>
internal sealed class SoakResult
{
    public int Seed { get; init; }

    public double VirtualHours { get; set; }

    public long Polls { get; set; }

    public long Replies { get; set; }

    public long CorruptedByNoise { get; set; }

    public long CorruptedByFaults { get; set; }

    public long Collisions { get; set; }

    public long BabbledMessages { get; set; }

    public long CrcErrors { get; set; }

    public long Timeouts { get; set; }

    public long WrongReplies { get; set; }

    public long Inconsistent { get; set; }

    public long JunkBytes { get; set; }

    public long Renumbered { get; set; }

    public long Yielded { get; set; }

    public long Refused { get; set; }

    public long OtherReplies { get; set; }

    public long ValuesChecked { get; set; }

    public long PictureChecks { get; set; }

    public long PagesChecked { get; set; }

    // These must be 0.
    public long PassedLocks { get; set; }

    public long NeverHad { get; set; }

    public long StaleAsLive { get; set; }

    public long UnderAnothersName { get; set; }

    public long WrongPictures { get; set; }

    public long EnergyChecks { get; set; }

    public long WrongEnergy { get; set; }

    public long CapacitiesChecked { get; set; }

    public long WrongCapacities { get; set; }

    public long WrongWeakGroups { get; set; }

    public long PowerCuts { get; set; }

    public long LostCharges { get; set; }

    public long LostSettings { get; set; }

    public long RadioEvents { get; set; }

    public long LatePolls { get; set; }

    public long LostNetworks { get; set; }

    public long Exceptions { get; set; }

    public long AllocatedBytes { get; set; }

    public Durations Losing { get; } = new();

    public Dictionary<FaultKind, Durations> Recovery { get; } =
        Enum.GetValues<FaultKind>().ToDictionary(kind => kind, _ => new Durations());

    public List<string> Failures { get; } = [];

    public bool HasFailed =>
        NeverHad + PassedLocks + StaleAsLive + UnderAnothersName + WrongPictures + WrongEnergy + WrongCapacities + WrongWeakGroups + LostCharges
            + LostSettings + LatePolls + LostNetworks + Exceptions + AllocatedBytes > 0 || Failures.Count > 0;
}
