using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>The first packets of a session: who we are and what is said of us when we are gone; what we listen to.</summary>
internal static class MqttGreeting
{
    private const int UserFlag = 0x80;
    private const int PasswordFlag = 0x40;

    // A new session; a will that is retained and sent with QoS 1.
    private const int Flags = 0x02 | 0x04 | 0x08 | 0x20;
    private const int SubscribeFlags = 2;

    private const int Version = 4;

    /// <summary>A number that changes when what a session depends on does.</summary>
    /// <param name="settings">They have it.</param>
    /// <param name="buffer">For its work; what stands in it is lost.</param>
    public static int Summarise(Settings settings, byte[] buffer)
    {
        int sum = (settings.Get(SettingId.Mqtt) * 65536) + settings.Get(SettingId.MqttPort);
        for (SettingId id = SettingId.MqttHost; id <= SettingId.MqttPrefix; id++)
        {
            int length = SettingTable.IsText(id) ? settings.CopyText(id, buffer, 0) : 0;
            sum = (sum * 31) + length;
            for (int i = 0; i < length; i++)
            {
                sum = (sum * 31) + buffer[i];
            }
        }

        return sum;
    }

    /// <summary>Writes the packet that asks for a session.</summary>
    /// <param name="packet">Where to.</param>
    /// <param name="settings">Who we are to the broker.</param>
    /// <param name="names">Our topics.</param>
    /// <param name="keepAliveS">We are gone after half as long again without a word, s.</param>
    public static void Write(MqttPacket packet, Settings settings, TopicNames names, int keepAliveS)
    {
        // MQTT allows a password only behind a user.
        bool hasUser = settings.TextLength(SettingId.MqttUser) > 0;
        bool hasPassword = hasUser && settings.TextLength(SettingId.MqttPassword) > 0;
        int protocol = packet.BeginText();
        MqttText.Write(packet.Text, MqttText.Protocol);
        packet.EndText(protocol);
        packet.Text.Raw(Version);
        packet.Text.Raw((byte)(Flags | (hasUser ? UserFlag : 0) | (hasPassword ? PasswordFlag : 0)));
        packet.Add(keepAliveS);
        int client = packet.BeginText();
        names.WriteClient(packet.Text);
        packet.EndText(client);
        int topic = packet.BeginText();
        names.WriteStatus(packet.Text);
        packet.EndText(topic);
        int will = packet.BeginText();
        MqttText.Write(packet.Text, MqttText.OfflineWord);
        packet.EndText(will);
        if (hasUser)
        {
            WriteSetting(packet, settings, SettingId.MqttUser);
        }

        if (hasPassword)
        {
            WriteSetting(packet, settings, SettingId.MqttPassword);
        }

        packet.End(MqttPacketType.Connect << 4, 0);
    }

    /// <summary>Writes the packet that asks for Home Assistant's birth, QoS 0.</summary>
    public static void WriteSubscription(MqttPacket packet)
    {
        packet.Add(1);
        int topic = packet.BeginText();
        MqttText.Write(packet.Text, MqttText.Birth);
        packet.EndText(topic);
        packet.Text.Raw((byte)0);
        packet.End(MqttPacketType.Subscribe << 4 | SubscribeFlags, 0);
    }

    private static void WriteSetting(MqttPacket packet, Settings settings, SettingId id)
    {
        int start = packet.BeginText();
        packet.Text.Extend(settings.CopyText(id, packet.Text.Buffer, start));
        packet.EndText(start);
    }
}
