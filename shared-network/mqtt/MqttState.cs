namespace ValenceNano.Network;

/// <summary>How far a client is.</summary>
public enum MqttState
{
    /// <summary>It is switched off, or no broker is named.</summary>
    Off,

    /// <summary>It waits before it tries again.</summary>
    Waiting,

    /// <summary>A connection is being opened.</summary>
    Opening,

    /// <summary>The broker has not answered yet.</summary>
    Greeting,

    /// <summary>A session is open.</summary>
    Open,
}
