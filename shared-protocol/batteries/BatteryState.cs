namespace ValenceNano.Protocol;

/// <summary>Whether a battery's values are of now. Its texts stand in a table of this order.</summary>
public enum BatteryState
{
    /// <summary>It does not answer, though current flowed when it last did; or it has not answered yet.</summary>
    Lost,

    /// <summary>It does not answer, and hardly any current flowed when it last did: batteries sleep then.</summary>
    Asleep,

    /// <summary>It answers; its values are a few polls old at most.</summary>
    Live,

    /// <summary>It answers, but with nothing that can be shown: it refuses, or its replies are of another length.</summary>
    NoData,
}
