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
                WriteFlag(json, names, battery);
                break;
            case ReadingForm.Choice:
                WriteOptions(json, id);
                break;
            case ReadingForm.Time:
                DiscoveryPiece.Write(json, DiscoveryPiece.Time);
                break;
            default:
                WriteNumber(json, id, form, number > 0);
                break;
        }

        if (isOfBus)
        {
            DiscoveryPiece.Write(json, DiscoveryPiece.StateTopic);
            names.WriteBus(json);
            DiscoveryPiece.Write(json, DiscoveryPiece.Disabled);
        }

        if (isOfBus || number > 0 || form == ReadingForm.Time)
        {
            DiscoveryPiece.Write(json, DiscoveryPiece.Diagnostic);
        }

        DiscoveryPiece.Write(json, DiscoveryPiece.Expiry);
        json.Digits(expiryS);
        json.Raw((byte)'}');
    }

    // How many entities a reading has. A text is an attribute of another one.
    private static int CountOf(ReadingId id, ReadingScope scope) =>
        !TopicRows.IsTaken(id, scope) || ReadingTable.Form(id) == ReadingForm.Text ? 0 : ReadingTable.Items(id);

    private static void WriteNames(JsonWriter json, TopicNames names, ReadingId id, int number, Battery battery)
    {
        DiscoveryPiece.Write(json, ReadingTable.Form(id) == ReadingForm.Flag ? DiscoveryPiece.BinarySensor : DiscoveryPiece.Sensor);
        WriteTable(json, ReadingTable.Label(id));
        if (number > 0)
        {
            json.Raw((byte)' ');
            json.Digits(number);
        }

        DiscoveryPiece.Write(json, DiscoveryPiece.UniqueId);
        names.WriteDevice(json, battery?.Serial);
        json.Raw((byte)'_');
        WriteTopic(json, id, number);
        DiscoveryPiece.Write(json, DiscoveryPiece.Template);
        WriteTopic(json, id, number);
        DiscoveryPiece.Write(json, DiscoveryPiece.TemplateEnd);
    }

    private static void WriteNumber(JsonWriter json, ReadingId id, ReadingForm form, bool isOfCell)
    {
        ReadingUnit unit = ReadingTable.Unit(id);
        WriteText(json, DiscoveryPiece.DeviceClass, ReadingTable.DeviceClass(unit));
        DiscoveryPiece.Write(json, form == ReadingForm.Total ? DiscoveryPiece.Total : DiscoveryPiece.Measurement);
        WriteText(json, DiscoveryPiece.Unit, ReadingTable.UnitText(unit));
        if (unit != ReadingUnit.None)
        {
            DiscoveryPiece.Write(json, DiscoveryPiece.Precision);
            json.Digits(isOfCell ? ReadingTable.Decimals(unit) : ReadingTable.ShownDecimals(unit));
        }
    }

    private static void WriteOptions(JsonWriter json, ReadingId id)
    {
        DiscoveryPiece.Write(json, DiscoveryPiece.Choice);
        json.BeginText();
        for (int word = 0; word < ReadingTable.WordCount(id); word++)
        {
            json.Text(ReadingTable.Texts, ReadingTable.Word(id, word));
        }

        json.CloseArray();
    }

    private static void WriteFlag(JsonWriter json, TopicNames names, Battery battery)
    {
        DiscoveryPiece.Write(json, DiscoveryPiece.Flag);
        names.WriteState(json, battery);
        DiscoveryPiece.Write(json, DiscoveryPiece.AttributesTemplate);
        WriteTable(json, ReadingTable.Topic(ReadingId.ProblemText));
        DiscoveryPiece.Write(json, DiscoveryPiece.AttributesEnd);
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
            DiscoveryPiece.Write(json, piece);
            WriteTable(json, place);
            json.Raw((byte)'"');
        }
    }

    private static void WriteTable(JsonWriter json, int place) => json.Raw(ReadingTable.Texts, place);
}
