namespace ValenceNano.Bench;

/// <summary>What goes wrong in a soak of what is published, one at a time.</summary>
internal enum MqttFault
{
    /// <summary>The broker is gone, and comes back with all that it kept.</summary>
    BrokerGone,

    /// <summary>The broker is gone, and comes back with nothing.</summary>
    BrokerForgets,

    /// <summary>The broker accepts connections and does nothing with them.</summary>
    BrokerHangs,

    /// <summary>The broker refuses us.</summary>
    Refused,

    /// <summary>The broker closes the connection again and again.</summary>
    Flapping,

    /// <summary>Nothing leaves the product, and nothing is told it.</summary>
    Stalled,

    /// <summary>Others publish much, some of it on what we listen to.</summary>
    Flood,

    /// <summary>The broker sends bytes that are no MQTT.</summary>
    Junk,

    /// <summary>Home Assistant restarts.</summary>
    HomeRestarts,

    /// <summary>The product restarts.</summary>
    DisplayRestarts,

    /// <summary>A battery that carries current is pulled out.</summary>
    Unplugged,

    /// <summary>A battery falls asleep.</summary>
    Asleep,

    /// <summary>All batteries fall asleep.</summary>
    AllAsleep,

    /// <summary>Bits are turned on the bus.</summary>
    Noise,
}
