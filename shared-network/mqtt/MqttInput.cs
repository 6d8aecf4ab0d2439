namespace ValenceNano.Network;

/// <summary>What has come from a broker.</summary>
internal enum MqttInput
{
    /// <summary>No whole packet, or no more of what is to be read in one turn.</summary>
    Nothing,

    /// <summary>A packet.</summary>
    Packet,

    /// <summary>Bytes that are no MQTT.</summary>
    Broken,
}
