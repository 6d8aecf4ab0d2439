using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>
/// What Home Assistant is told of one reading, or of one of its items: an entity, with all that <see cref="ReadingTable"/> says of it. Entities
/// are counted by places, of which each reading has as many as a reading can have items, used or not.
/// </summary>
internal static class EntityText
{
    /// <summary>Behind the last place.</summary>
    public const int End = (int)ReadingId.Count * Places;

    private const int Places = Telemetry.CellCount;

    /// <summary>The place of the entity that follows the one at <paramref name="place"/>; of the first one if that is -1.</summary>
    /// <param name="place">A place.</param>
    /// <param name="battery">Of which battery; null: of the display.</param>
    /// <returns>A place; <see cref="End"/>: there is none.</returns>
    public static int Next(int place, Battery battery)
    {
        ReadingScope scope = battery == null ? ReadingScope.Bank | ReadingScope.Bus : TopicRows.OfBattery;
        int next = place + 1;
        while (next < End && next % Places >= CountOf((ReadingId)(next / Places), scope))
        {
            next += Places - (next % Places);
        }

        return next;
    }

    /// <summary>Writes an entity as a member of the device's components.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="names">Our topics.</param>
    /// <param name="place">Its place.</param>
    /// <param name="battery">Of which battery; null: of the display.</param>
    /// <param name="expiryS">After how long a value is none any more, s.</param>
    public static void Write(JsonWriter json, TopicNames names, int place, Battery battery, int expiryS)
    {
        var id = (ReadingId)(place / Places);
        int number = ReadingTable.Items(id) > 1 ? (place % Places) + 1 : 0;
        ReadingForm form = ReadingTable.Form(id);
        bool isOfBus = ReadingTable.IsOf(id, ReadingScope.Bus);
        json.BeginText();
        StateBody.WriteKey(json, id, number);
        WriteNames(json, names, id, number, battery);
        switch (form)
        {
            case ReadingForm.Flag:
                WriteFlag(json, names, id, battery);
                break;
            case ReadingForm.Choice:
                WriteOptions(json, id);
                break;
            case ReadingForm.Time:
                MqttText.Write(json, MqttText.Time);
                break;
            default:
                WriteNumber(json, id, form, number > 0);
                break;
        }

        if (isOfBus)
        {
            MqttText.Write(json, MqttText.StateTopic);
            names.WriteBus(json);
            MqttText.Write(json, MqttText.Disabled);
        }

        if (isOfBus || number > 0 || form == ReadingForm.Time)
        {
            MqttText.Write(json, MqttText.Diagnostic);
        }

        MqttText.Write(json, MqttText.Expiry);
        json.Digits(expiryS);
        json.Raw((byte)'}');
    }

    // How many entities a reading has. A text is an attribute of another one.
    private static int CountOf(ReadingId id, ReadingScope scope) =>
        !TopicRows.IsTaken(id, scope) || ReadingTable.Form(id) == ReadingForm.Text ? 0 : ReadingTable.Items(id);

    private static void WriteNames(JsonWriter json, TopicNames names, ReadingId id, int number, Battery battery)
    {
        MqttText.Write(json, ReadingTable.Form(id) == ReadingForm.Flag ? MqttText.BinarySensor : MqttText.Sensor);
        WriteTable(json, ReadingTable.Label(id));
        if (number > 0)
        {
            json.Raw((byte)' ');
            json.Digits(number);
        }

        MqttText.Write(json, MqttText.UniqueId);
        names.WriteDevice(json, battery?.Serial);
        json.Raw((byte)'_');
        WriteTopic(json, id, number);
        MqttText.Write(json, MqttText.Template);
        WriteTopic(json, id, number);
        MqttText.Write(json, MqttText.TemplateEnd);
    }

    private static void WriteNumber(JsonWriter json, ReadingId id, ReadingForm form, bool isOfCell)
    {
        ReadingUnit unit = ReadingTable.Unit(id);
        WriteText(json, MqttText.DeviceClass, ReadingTable.DeviceClass(unit));
        MqttText.Write(json, form == ReadingForm.Total ? MqttText.Total : MqttText.Measurement);
        WriteText(json, MqttText.Unit, ReadingTable.UnitText(unit));
        if (unit != ReadingUnit.None)
        {
            MqttText.Write(json, MqttText.Precision);
            json.Digits(isOfCell ? ReadingTable.Decimals(unit) : ReadingTable.ShownDecimals(unit));
        }
    }

    private static void WriteOptions(JsonWriter json, ReadingId id)
    {
        MqttText.Write(json, MqttText.Choice);
        json.BeginText();
        for (int word = 0; word < ReadingTable.WordCount(id); word++)
        {
            json.Text(ReadingTable.Texts, ReadingTable.Word(id, word));
        }

        json.CloseArray();
    }

    private static void WriteFlag(JsonWriter json, TopicNames names, ReadingId id, Battery battery)
    {
        MqttText.Write(json, MqttText.Flag);
        if (id == ReadingId.Problem)
        {
            MqttText.Write(json, MqttText.Attributes);
            names.WriteState(json, battery);
            MqttText.Write(json, MqttText.AttributesTemplate);
            WriteTable(json, ReadingTable.Topic(ReadingId.ProblemText));
            MqttText.Write(json, MqttText.AttributesEnd);
        }
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
    private static void WriteText(JsonWriter json, int piece, int place)
    {
        if (ReadingTable.Texts.Length(place) > 0)
        {
            MqttText.Write(json, piece);
            WriteTable(json, place);
            json.Raw((byte)'"');
        }
    }

    private static void WriteTable(JsonWriter json, int place) => json.Raw(ReadingTable.Texts, place);
}
