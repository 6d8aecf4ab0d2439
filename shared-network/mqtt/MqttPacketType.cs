namespace ValenceNano.Network;

/// <summary>The packets that we know, as MQTT 3.1.1 numbers them in table 2.1.</summary>
internal static class MqttPacketType
{
    /// <summary>CONNECT.</summary>
    public const int Connect = 1;

    /// <summary>CONNACK.</summary>
    public const int ConnectAnswer = 2;

    /// <summary>PUBLISH.</summary>
    public const int Publish = 3;

    /// <summary>PUBACK.</summary>
    public const int PublishAnswer = 4;

    /// <summary>SUBSCRIBE.</summary>
    public const int Subscribe = 8;

    /// <summary>SUBACK.</summary>
    public const int SubscribeAnswer = 9;

    /// <summary>PINGREQ.</summary>
    public const int PingRequest = 12;

    /// <summary>PINGRESP.</summary>
    public const int PingAnswer = 13;
}
