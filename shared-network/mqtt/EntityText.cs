using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>What Home Assistant is told of one reading: an entity, with all that <see cref="ReadingTable"/> says of it.</summary>
internal sealed class EntityText
{
    private static readonly byte[] _sensor = Ascii.Of("sensor");
    private static readonly byte[] _binary = Ascii.Of("binary_sensor");
    private static readonly byte[] _platform = Ascii.Of("p");
    private static readonly byte[] _name = Ascii.Of("name");
    private static readonly byte[] _uniqueId = Ascii.Of("unique_id");
    private static readonly byte[] _template = Ascii.Of("value_template");
    private static readonly byte[] _templateStart = Ascii.Of("{{ value_json.");
    private static readonly byte[] _templateEnd = Ascii.Of(" }}");
    private static readonly byte[] _deviceClass = Ascii.Of("device_class");
    private static readonly byte[] _stateClass = Ascii.Of("state_class");
    private static readonly byte[] _measurement = Ascii.Of("measurement");
    private static readonly byte[] _total = Ascii.Of("total_increasing");
    private static readonly byte[] _unit = Ascii.Of("unit_of_measurement");
    private static readonly byte[] _precision = Ascii.Of("suggested_display_precision");
    private static readonly byte[] _expiry = Ascii.Of("expire_after");
    private static readonly byte[] _stateTopic = Ascii.Of("state_topic");

    private static readonly byte[] _ofTime = Ascii.Of(",\"device_class\":\"timestamp\"");
    private static readonly byte[] _ofChoice = Ascii.Of(",\"device_class\":\"enum\",\"options\":[");
    private static readonly byte[] _ofFlag = Ascii.Of(",\"device_class\":\"problem\",\"payload_on\":\"True\",\"payload_off\":\"False\"");
    private static readonly byte[] _attributes = Ascii.Of(",\"json_attributes_topic\":\"");
    private static readonly byte[] _attributesTemplate = Ascii.Of("\",\"json_attributes_template\":\"{{ {'text': value_json.");
    private static readonly byte[] _attributesEnd = Ascii.Of("} | tojson }}\"");
    private static readonly byte[] _diagnostic = Ascii.Of(",\"entity_category\":\"diagnostic\"");
    private static readonly byte[] _disabled = Ascii.Of(",\"enabled_by_default\":false");

    private readonly TopicNames _names;

    /// <param name="names">Our topics.</param>
    public EntityText(TopicNames names)
    {
        _names = names;
    }

    /// <summary>How many entities a reading has. A text is an attribute of another one.</summary>
    public static int CountOf(ReadingId id) => ReadingTable.Form(id) == ReadingForm.Text ? 0 : ReadingTable.Items(id);

    /// <summary>Writes an entity as a member of the device's components.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="id">Which reading.</param>
    /// <param name="item">Which of its items, 0..</param>
    /// <param name="battery">Of which battery; null: of the display.</param>
    /// <param name="expiryS">After how long a value is none any more, s.</param>
    public void Write(JsonWriter json, ReadingId id, int item, Battery battery, int expiryS)
    {
        int number = ReadingTable.Items(id) > 1 ? item + 1 : 0;
        ReadingForm form = ReadingTable.Form(id);
        bool isOfBus = ReadingTable.IsOf(id, ReadingScope.Bus);
        StateBody.WriteKey(json, id, number);
        json.OpenObject();
        json.Key(_platform);
        json.Text(form == ReadingForm.Flag ? _binary : _sensor);
        WriteNames(json, id, number, battery);
        switch (form)
        {
            case ReadingForm.Flag:
                json.Raw(_ofFlag);
                WriteAttributes(json, battery);
                break;
            case ReadingForm.Choice:
                WriteOptions(json, id);
                break;
            case ReadingForm.Time:
                json.Raw(_ofTime);
                break;
            default:
                WriteNumber(json, id, form, number > 0);
                break;
        }

        if (isOfBus)
        {
            json.Key(_stateTopic);
            json.OpenText();
            _names.WriteBus(json);
            json.EndText();
            json.Raw(_disabled);
        }

        if (isOfBus || number > 0 || form == ReadingForm.Time)
        {
            json.Raw(_diagnostic);
        }

        json.Key(_expiry);
        json.Number(expiryS);
        json.CloseObject();
    }

    private void WriteNames(JsonWriter json, ReadingId id, int number, Battery battery)
    {
        json.Key(_name);
        json.OpenText();
        WriteTable(json, ReadingTable.Label(id));
        if (number > 0)
        {
            json.Raw((byte)' ');
            json.Digits(number);
        }

        json.EndText();
        json.Key(_uniqueId);
        json.OpenText();
        _names.WriteDevice(json, battery?.Serial);
        json.Raw((byte)'_');
        WriteTopic(json, id, number);
        json.EndText();
        json.Key(_template);
        json.OpenText();
        json.Raw(_templateStart);
        WriteTopic(json, id, number);
        json.Raw(_templateEnd);
        json.EndText();
    }

    private static void WriteNumber(JsonWriter json, ReadingId id, ReadingForm form, bool isOfCell)
    {
        ReadingUnit unit = ReadingTable.Unit(id);
        WriteText(json, _deviceClass, ReadingTable.DeviceClass(unit));
        json.Key(_stateClass);
        json.Text(form == ReadingForm.Total ? _total : _measurement);
        WriteText(json, _unit, ReadingTable.UnitText(unit));
        if (unit != ReadingUnit.None)
        {
            json.Key(_precision);
            json.Number(isOfCell ? ReadingTable.Decimals(unit) : ReadingTable.ShownDecimals(unit));
        }
    }

    private static void WriteOptions(JsonWriter json, ReadingId id)
    {
        json.Raw(_ofChoice);
        json.BeginText();
        for (int word = 0; word < ReadingTable.WordCount(id); word++)
        {
            json.Text(ReadingTable.Texts, ReadingTable.Word(id, word));
        }

        json.CloseArray();
    }

    private void WriteAttributes(JsonWriter json, Battery battery)
    {
        json.Raw(_attributes);
        if (battery == null)
        {
            _names.WriteBank(json);
        }
        else
        {
            _names.WriteBattery(json, battery.Serial, 0);
        }

        json.Raw(_attributesTemplate);
        WriteTable(json, ReadingTable.Topic(ReadingId.ProblemText));
        json.Raw(_attributesEnd);
    }

    private static void WriteTopic(JsonWriter json, ReadingId id, int number)
    {
        WriteTable(json, ReadingTable.Topic(id));
        if (number > 0)
        {
            json.Raw((byte)'_');
            json.Digits(number);
        }
    }

    // A member with a text of the table, if there is one.
    private static void WriteText(JsonWriter json, byte[] key, int place)
    {
        if (ReadingTable.Texts.Length(place) > 0)
        {
            json.Key(key);
            json.Text(ReadingTable.Texts, place);
        }
    }

    private static void WriteTable(JsonWriter json, int place) => json.Raw(ReadingTable.Texts, place);
}
