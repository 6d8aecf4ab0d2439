using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>
/// Tells Home Assistant of a device and its entities, in parts that are a few hundred bytes each: the device, where its values and its presence
/// are, an entity for each reading, the end. See "MQTT discovery" in Home Assistant's documentation.
/// </summary>
internal sealed class DiscoveryBody
{
    private const int Device = 0;
    private const int Presences = 1;

    // From here on a part is a place of EntityText.
    private const int Entities = 2;

    private const int MinExpiryS = 60;

    private readonly Monitor _monitor;
    private readonly TopicNames _names;
    private readonly byte[] _text;

    /// <param name="monitor">Whose values.</param>
    /// <param name="names">Our topics.</param>
    /// <param name="text">For its work while it writes: <see cref="Readings.MaxText"/> bytes.</param>
    public DiscoveryBody(Monitor monitor, TopicNames names, byte[] text)
    {
        _monitor = monitor;
        _names = names;
        _text = text;
    }

    /// <summary>Writes a part.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="part">Which: 0, or what was answered last.</param>
    /// <param name="battery">Of which battery; null: of the display.</param>
    /// <returns>The next part; 0: that was the last.</returns>
    public int Write(JsonWriter json, int part, Battery battery)
    {
        switch (part)
        {
            case Device:
                WriteDevice(json, battery);
                return Presences;
            case Presences:
                WritePresences(json, battery);
                return Entities + EntityText.Next(-1, battery);
        }

        int place = part - Entities;
        if (place == EntityText.End)
        {
            MqttText.Write(json, MqttText.End);
            return 0;
        }

        EntityText.Write(json, _names, place, battery, ExpiryS());
        place = EntityText.Next(place, battery);
        json.Separate(place != EntityText.End);
        return Entities + place;
    }

    // A value that is older is none: three polls, or a minute.
    private int ExpiryS()
    {
        int s = 3 * _monitor.Settings.Get(SettingId.PollInterval) / 1000;
        return s > MinExpiryS ? s : MinExpiryS;
    }

    private void WriteDevice(JsonWriter json, Battery battery)
    {
        MqttText.Write(json, MqttText.Device);
        _names.WriteDevice(json, battery?.Serial);
        MqttText.Write(json, MqttText.DeviceName);
        json.BeginText();
        if (battery == null)
        {
            WriteName(json);
            MqttText.Write(json, MqttText.Display);
        }
        else
        {
            WriteName(json, battery);
            MqttText.Write(json, MqttText.Battery);
            json.BeginText();
            json.Text(_text, 0, BatteryText.CopySerial(battery.Serial, _text, 0));
            MqttText.Write(json, MqttText.Via);
            _names.WriteDevice(json, null);
        }

        MqttText.Write(json, MqttText.Origin);
    }

    private void WriteName(JsonWriter json)
    {
        int length = _monitor.Settings.CopyText(SettingId.DeviceName, _text, 0);
        if (length > 0)
        {
            json.Text(_text, 0, length);
        }
        else
        {
            MqttText.Write(json, MqttText.DisplayName);
        }
    }

    private void WriteName(JsonWriter json, Battery battery)
    {
        int length = _monitor.Settings.Names.Copy(battery.Serial, _text, 0);
        if (length > 0)
        {
            json.Text(_text, 0, length);
            return;
        }

        MqttText.Write(json, MqttText.BatteryName);
        json.Raw((byte)' ');
        json.Digits(battery.Number);
        json.Raw((byte)'"');
    }

    private void WritePresences(JsonWriter json, Battery battery)
    {
        MqttText.Write(json, MqttText.StateTopic);
        _names.WriteState(json, battery);
        MqttText.Write(json, MqttText.Availability);
        _names.WriteStatus(json);
        if (battery != null)
        {
            MqttText.Write(json, MqttText.NextAvailability);
            _names.WriteBatteryStatus(json, battery.Serial, 0);
        }

        MqttText.Write(json, MqttText.Components);
    }
}
