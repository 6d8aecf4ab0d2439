namespace ValenceNano.Protocol;

/// <summary>Whether a battery's values are of now. Its texts stand in a table of this order.</summary>
public enum BatteryState
{
    /// <summary>It does not answer, though current flowed when it last did; or it never sent values that can be shown.</summary>
    Lost,

    /// <summary>It does not answer, and hardly any current flowed when it last did: batteries sleep then.</summary>
    Asleep,

    /// <summary>It answers; its values are a few polls old at most.</summary>
    Live,
}
