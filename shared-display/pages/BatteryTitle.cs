using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>
/// What a battery is called on the pages: by the name that its owner gave it where that fits, else "B2". The only battery needs no number.
/// </summary>
internal sealed class BatteryTitle(Monitor monitor)
{
    // Of UTF-8: what begins a character in two bytes whose second one tells a Latin letter, and what goes on with one.
    private const byte LatinLead = 0xC3;
    private const byte FirstOfMany = 0x80;
    private const byte LetterBits = 0x3F;

    // The fonts have no accents. From U+00C0 on.
    private static readonly string _plain = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty";

    /// <summary>Adds what a battery is called, in at most <paramref name="room"/> characters if that is its name.</summary>
    /// <returns>The line; as it was if the battery is the only one, and has no name that fits.</returns>
    internal TextLine Add(TextLine line, Battery battery, int room)
    {
        int length = CopyName(battery);
        if (length > 0 && Characters(length) <= room)
        {
            return AddName(line, length);
        }

        return monitor.Bus.Batteries.Count > 1 ? BatteryText.AddNumber(line, battery.Number) : line;
    }

    /// <summary>Adds the name that the owner gave a battery; nothing if there is none.</summary>
    internal TextLine AddName(TextLine line, Battery battery) => AddName(line, CopyName(battery));

    // Where a name is while it is looked at.
    private byte[] Name => monitor.Readings.Text;

    private int CopyName(Battery battery) => monitor.Settings.Names.Copy(battery.Serial, Name, 0);

    private TextLine AddName(TextLine line, int length)
    {
        byte[] name = Name;
        for (int i = 0; i < length; i++)
        {
            int value = name[i];
            if (value < FirstOfMany)
            {
                line.Add((byte)value);
            }
            else if (!GoesOn(value))
            {
                line.Add(value == LatinLead && i + 1 < length ? (byte)_plain[name[i + 1] & LetterBits] : (byte)'?');
            }
        }

        return line;
    }

    private int Characters(int length)
    {
        byte[] name = Name;
        int count = 0;
        for (int i = 0; i < length; i++)
        {
            count += GoesOn(name[i]) ? 0 : 1;
        }

        return count;
    }

    private static bool GoesOn(int value) => (value & ~LetterBits) == FirstOfMany;
}
