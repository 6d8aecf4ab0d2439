using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>Of each battery what <see cref="Extremes"/> keeps: in the order in which batteries are shown, all of them, known or not.</summary>
internal static class HistoryExtremes
{
    /// <summary>Writes those of a battery as an object.</summary>
    public static void WriteObject(Logbook logbook, Battery battery, JsonWriter json)
    {
        json.OpenObject();
        if (battery.HasSerial)
        {
            json.OpenText();
            WriteName(json);
            json.EndText();
            json.Raw((byte)':');
            json.BeginText();
            json.OpenText();
            json.Hex(battery.Serial, 0, MessageFormat.SerialLength);
            json.EndText();
        }

        for (ExtremeId id = 0; id < ExtremeId.Count; id++)
        {
            int value = Value(logbook, battery, id);
            if (value != Reading.Unknown)
            {
                json.Key(Key(id));
                json.Number(value);
            }
        }

        json.CloseObject();
    }

    /// <summary>Writes the names of the columns of a table.</summary>
    public static void WriteNames(JsonWriter output)
    {
        output.EndLine();
        WriteName(output);
        for (ExtremeId id = 0; id < ExtremeId.Count; id++)
        {
            output.Raw((byte)',');
            output.Raw(Key(id));
        }

        output.EndLine();
    }

    /// <summary>One of them; <see cref="Reading.Unknown"/> before the first reply.</summary>
    public static int Value(Logbook logbook, Battery battery, ExtremeId id)
    {
        int entry = logbook.EntryOf(battery);
        return entry >= 0 ? logbook.Extremes.Get(entry, id) : Reading.Unknown;
    }

    private static void WriteName(JsonWriter json) => json.Extend(ReadingTable.CopyKey(ReadingId.SerialHex, json.Buffer, json.Count));

    // Those that a day has too stand in the order of ExtremeId, but for the state of charge.
    private static WebText Key(ExtremeId id) => id < ExtremeId.SocMin ? WebText.VoltageMin + (int)id
        : id == ExtremeId.SocMin ? WebText.SocMin
        : WebText.FullCharges + (id - ExtremeId.FullCharges);
}
