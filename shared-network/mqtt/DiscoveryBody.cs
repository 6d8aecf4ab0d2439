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
    private const int Entities = 2;

    private const int MinExpiryS = 60;

    private static readonly byte[] _dev = Ascii.Of("{\"dev\":{\"ids\":\"");
    private static readonly byte[] _name = Ascii.Of("\",\"name\":");
    private static readonly byte[] _ofDisplay = Ascii.Of(",\"mf\":\"ValenceNano\",\"mdl\":\"Battery display\"");
    private static readonly byte[] _ofBattery = Ascii.Of(",\"mf\":\"Valence\",\"mdl\":\"U-Charge\",\"sn\":");
    private static readonly byte[] _via = Ascii.Of(",\"via_device\":\"");
    private static readonly byte[] _origin =
        Ascii.Of("},\"o\":{\"name\":\"ValenceNano\",\"sw\":\"" + DeviceFacts.Version + "\"}");

    private static readonly byte[] _version = Ascii.Of(",\"sw\":\"" + DeviceFacts.Version + "\"");
    private static readonly byte[] _state = Ascii.Of(",\"state_topic\":\"");
    private static readonly byte[] _availability = Ascii.Of("\",\"availability_mode\":\"all\",\"availability\":[{\"topic\":\"");
    private static readonly byte[] _next = Ascii.Of("\"},{\"topic\":\"");
    private static readonly byte[] _components = Ascii.Of("\"}],\"cmps\":{");
    private static readonly byte[] _end = Ascii.Of("}}");
    private static readonly byte[] _defaultName = Ascii.Of("ValenceNano");
    private static readonly byte[] _defaultBattery = Ascii.Of("Battery ");

    private readonly Monitor _monitor;
    private readonly TopicNames _names;
    private readonly TopicRows _rows;
    private readonly EntityText _entity;
    private readonly byte[] _text = new byte[Readings.MaxText];

    /// <param name="monitor">Whose values.</param>
    /// <param name="names">Our topics.</param>
    /// <param name="rows">The readings.</param>
    public DiscoveryBody(Monitor monitor, TopicNames names, TopicRows rows)
    {
        _monitor = monitor;
        _names = names;
        _rows = rows;
        _entity = new EntityText(names);
    }

    /// <summary>Writes a part.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="part">Which, 0..</param>
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
                return Entities;
        }

        byte[] ids = _rows.Ids;
        int row = 0;
        int first = Entities;
        while (row < ids.Length && part >= first + EntityText.CountOf((ReadingId)ids[row]))
        {
            first += EntityText.CountOf((ReadingId)ids[row]);
            row++;
        }

        if (row == ids.Length)
        {
            json.Raw(_end);
            return 0;
        }

        json.Separate(part > Entities);
        _entity.Write(json, (ReadingId)ids[row], part - first, battery, ExpiryS());
        return part + 1;
    }

    // A value that is older is none: three polls, or a minute.
    private int ExpiryS()
    {
        int s = 3 * _monitor.Settings.Get(SettingId.PollInterval) / 1000;
        return s > MinExpiryS ? s : MinExpiryS;
    }

    private void WriteDevice(JsonWriter json, Battery battery)
    {
        json.Raw(_dev);
        _names.WriteDevice(json, battery?.Serial);
        json.Raw(_name);
        json.BeginText();
        if (battery == null)
        {
            WriteName(json);
            json.Raw(_ofDisplay);
            json.Raw(_version);
        }
        else
        {
            WriteName(json, battery);
            json.Raw(_ofBattery);
            json.BeginText();
            json.Text(_text, 0, BatteryText.CopySerial(battery.Serial, _text, 0));
            json.Raw(_via);
            _names.WriteDevice(json, null);
            json.Raw((byte)'"');
        }

        json.Raw(_origin);
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
            json.Text(_defaultName);
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

        json.OpenText();
        json.Raw(_defaultBattery);
        json.Digits(battery.Number);
        json.EndText();
    }

    private void WritePresences(JsonWriter json, Battery battery)
    {
        json.Raw(_state);
        if (battery == null)
        {
            _names.WriteBank(json);
        }
        else
        {
            _names.WriteBattery(json, battery.Serial, 0);
        }

        json.Raw(_availability);
        _names.WriteStatus(json);
        if (battery != null)
        {
            json.Raw(_next);
            _names.WriteBatteryStatus(json, battery.Serial, 0);
        }

        json.Raw(_components);
    }
}
