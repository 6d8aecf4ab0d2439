namespace ValenceNano.Model;

/// <summary>What <see cref="HealthMeter"/> keeps of each battery besides its capacity; 0 while it is not known.</summary>
public enum HealthId
{
    /// <summary>The weak cell group, 1..4: it ends the discharge first, and by far. 0: none is.</summary>
    WeakCell,

    /// <summary>The group that was highest at the last full charge, 1..4.</summary>
    TopCell,

    /// <summary>How much higher than the next, mV.</summary>
    TopLead,

    /// <summary>The group that was first at its knee, 1..4.</summary>
    BottomCell,

    /// <summary>How much lower than the next, mV.</summary>
    BottomLead,

    /// <summary>Between highest and lowest group at the last full charge, mV ...</summary>
    TopSpread,

    /// <summary>... and at the first one.</summary>
    FirstTopSpread,

    /// <summary>Between highest and lowest group when the first was last at its knee, mV ...</summary>
    BottomSpread,

    /// <summary>... and the first time.</summary>
    FirstBottomSpread,

    /// <summary>Between highest and lowest group while hardly any current flowed, mV.</summary>
    RestSpread,

    /// <summary>How many there are.</summary>
    Count,
}
