using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>
/// The names that Home Assistant and others know us by: topics below PREFIX/ID, and ids of devices, made of the battery's serial as hex.
/// All of them can stand in JSON as they are.
/// </summary>
public sealed class TopicNames
{
    /// <summary>The topic on which Home Assistant says that it has started: all that is listened to.</summary>
    public const string Birth = "homeassistant/status";

    /// <summary>The longest id, bytes.</summary>
    public const int MaxId = 40;

    private readonly Settings _settings;

    /// <summary>Makes them.</summary>
    /// <param name="settings">They have the prefix.</param>
    /// <param name="id">What no other display in the house is called; any byte but a letter, a digit, - or _ is replaced.</param>
    public TopicNames(Settings settings, byte[] id)
    {
        _settings = settings;
        Id = new byte[id.Length < MaxId ? id.Length : MaxId];
        for (int i = 0; i < Id.Length; i++)
        {
            int code = Ascii.Lower(id[i]);
            bool isPlain = Ascii.IsDigit(code) || (code >= 'a' && code <= 'z') || code == '-' || code == '_';
            Id[i] = isPlain ? id[i] : (byte)'-';
        }
    }

    /// <summary>What no other display in the house is called.</summary>
    public byte[] Id { get; }

    /// <summary>Writes who we are to the broker.</summary>
    public void WriteClient(JsonWriter text) => WriteDevice(text, null);

    /// <summary>Writes the topic of our own presence.</summary>
    public void WriteStatus(JsonWriter text)
    {
        WriteRoot(text);
        text.Raw(MqttText.All, MqttText.StatusWord);
    }

    /// <summary>Writes the topic of the bank's values.</summary>
    public void WriteBank(JsonWriter text)
    {
        WriteRoot(text);
        text.Raw(MqttText.All, MqttText.BankWord);
    }

    /// <summary>Writes the topic of the bus's counters.</summary>
    public void WriteBus(JsonWriter text)
    {
        WriteRoot(text);
        text.Raw(MqttText.All, MqttText.BusWord);
    }

    /// <summary>Writes the topic of the bank's values for a Victron GX.</summary>
    public void WriteVenus(JsonWriter text)
    {
        WriteRoot(text);
        text.Raw(MqttText.All, MqttText.VenusWord);
    }

    /// <summary>Writes the topic of a battery's values, or of the bank's.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="battery">Which battery; null: the bank.</param>
    public void WriteState(JsonWriter text, Battery battery)
    {
        if (battery == null)
        {
            WriteBank(text);
        }
        else
        {
            WriteBattery(text, battery.Serial, 0);
        }
    }

    /// <summary>Writes the topic of a battery's values.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="serials">Where its serial is.</param>
    /// <param name="offset">From where on.</param>
    public void WriteBattery(JsonWriter text, byte[] serials, int offset)
    {
        WriteRoot(text);
        text.Raw(MqttText.All, MqttText.BatteryWord);
        WriteSerial(text, serials, offset);
    }

    /// <summary>Writes the topic of a battery's presence.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="serials">Where its serial is.</param>
    /// <param name="offset">From where on.</param>
    public void WriteBatteryStatus(JsonWriter text, byte[] serials, int offset)
    {
        WriteBattery(text, serials, offset);
        text.Raw(MqttText.All, MqttText.StatusWord);
    }

    /// <summary>Writes the topic of a device's discovery.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="serials">Where the battery's serial is; null: of the display.</param>
    /// <param name="offset">From where on.</param>
    public void WriteConfig(JsonWriter text, byte[] serials, int offset = 0)
    {
        text.Raw(MqttText.All, MqttText.DiscoveryWord);
        WriteDevice(text, serials, offset);
        text.Raw(MqttText.All, MqttText.ConfigWord);
    }

    /// <summary>Writes the id of a device.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="serials">Where the battery's serial is; null: of the display.</param>
    /// <param name="offset">From where on.</param>
    public void WriteDevice(JsonWriter text, byte[] serials, int offset = 0)
    {
        text.Raw(MqttText.All, MqttText.ProductWord);
        text.Raw((byte)'-');
        text.Raw(Id);
        if (serials != null)
        {
            text.Raw((byte)'-');
            WriteSerial(text, serials, offset);
        }
    }

    private static void WriteSerial(JsonWriter text, byte[] serials, int offset) => text.Hex(serials, offset, MessageFormat.SerialLength);

    // A wildcard in a topic ends the session with any broker, a quote ends the text in JSON: these, and their neighbours in ASCII, are replaced.
    private void WriteRoot(JsonWriter text)
    {
        int start = text.Count;
        byte[] buffer = text.Buffer;
        text.Extend(_settings.CopyText(SettingId.MqttPrefix, buffer, start));
        if (text.Count == start)
        {
            text.Raw(MqttText.All, MqttText.ProductWord);
        }

        int end = text.Count;
        for (int i = start; i < end; i++)
        {
            int code = buffer[i];
            if (code < ',' || code == '\\')
            {
                buffer[i] = (byte)'-';
            }
        }

        text.Raw((byte)'/');
        text.Raw(Id);
    }
}
