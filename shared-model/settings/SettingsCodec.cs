using System;
using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// Settings as bytes, to be kept over a restart. An entry is a tag, a length and that many bytes of value; the tag is the CRC-16 of the
/// setting's key. So another order or other defaults of a later version do no harm, and what an earlier version does not know it carries
/// along and loses nothing of. Only what is not the default is an entry: a better default of a later version reaches who never changed it.
/// </summary>
public static class SettingsCodec
{
    /// <summary>How many bytes are enough for all settings of this version and some of a later one.</summary>
    public const int MaxLength = 1280;

    private const int TagLength = 3;
    private const int NumberLength = 4;
    private const int SerialLength = MessageFormat.SerialLength;
    private const int MaxValue = SerialLength + BatteryNames.MaxLength;

    // No key has it: the entry of a battery's name, its serial first; and the end of the entries.
    private const int NameTag = 0xFFFF;
    private const int EndTag = 0;

    /// <summary>Takes what entries say. A value that is out of range is replaced by the default, which the settings tell.</summary>
    /// <param name="settings">Which have their defaults.</param>
    /// <param name="buffer">Where the entries are.</param>
    /// <param name="offset">From where on.</param>
    /// <param name="end">Behind the last of them at the latest.</param>
    public static void Decode(Settings settings, byte[] buffer, int offset, int end)
    {
        for (int at = offset; IsEntry(buffer, at, end); at += EntryLength(buffer, at))
        {
            Take(settings, buffer, at);
        }

        SettingRules.Repair(settings);
    }

    /// <summary>
    /// Writes the settings as entries, in place of those that stand there: what of these belongs to a setting of another version stays.
    /// </summary>
    /// <param name="settings">Which.</param>
    /// <param name="buffer">Where to; at <paramref name="offset"/> the entries that were kept so far, or a 0 and another one.</param>
    /// <param name="offset">From where on.</param>
    /// <param name="end">Behind the room there is.</param>
    /// <returns>Behind the last entry; -1: there is no room for all.</returns>
    public static int Encode(Settings settings, byte[] buffer, int offset, int end)
    {
        int at = KeepForeign(buffer, offset, end);
        for (SettingId id = 0; id < SettingId.Count && at >= 0; id++)
        {
            at = settings.IsDefault(id) ? at : Put(settings, id, buffer, at, end);
        }

        for (int i = 0; i < settings.Names.Count && at >= 0; i++)
        {
            at = PutName(settings.Names, i, buffer, at, end);
        }

        if (at < 0 || at + 2 > end)
        {
            return -1;
        }

        Array.Clear(buffer, at, end - at);
        return at;
    }

    private static bool IsEntry(byte[] buffer, int at, int end) =>
        at + TagLength <= end && Tag(buffer, at) != EndTag && at + EntryLength(buffer, at) <= end;

    private static int Tag(byte[] buffer, int at) => buffer[at] | buffer[at + 1] << 8;

    private static int EntryLength(byte[] buffer, int at) => TagLength + buffer[at + 2];

    private static SettingId Find(int tag)
    {
        SettingId id = 0;
        while (id < SettingId.Count && TagOf(id) != tag)
        {
            id++;
        }

        return id;
    }

    /// <summary>The tag of a setting's entry.</summary>
    internal static int TagOf(SettingId id)
    {
        FlashTexts texts = SettingTable.Texts;
        int key = SettingTable.Key(id);
        int crc = Crc16.Start;
        for (int i = 0; i < texts.Length(key); i++)
        {
            crc = Crc16.Add(crc, texts.Byte(key, i));
        }

        return crc;
    }

    private static void Take(Settings settings, byte[] buffer, int at)
    {
        int tag = Tag(buffer, at);
        int length = buffer[at + 2];
        int value = at + TagLength;
        if (tag == NameTag && length >= SerialLength)
        {
            settings.SetName(buffer, value, buffer, value + SerialLength, length - SerialLength);
            return;
        }

        SettingId id = Find(tag);
        if (id == SettingId.Count)
        {
            return;
        }

        bool isTaken = SettingTable.IsText(id)
            ? settings.SetText(id, buffer, value, length)
            : length == NumberLength && settings.Set(id, Number(buffer, value));
        if (!isTaken)
        {
            settings.Replace(id);
        }
    }

    private static int Number(byte[] buffer, int at) =>
        buffer[at] | buffer[at + 1] << 8 | buffer[at + 2] << 16 | buffer[at + 3] << 24;

    // Moves the entries that are of no setting of this version to the front, and answers where they end.
    private static int KeepForeign(byte[] buffer, int offset, int end)
    {
        int kept = offset;
        int at = offset;
        while (IsEntry(buffer, at, end))
        {
            int length = EntryLength(buffer, at);
            int tag = Tag(buffer, at);
            if (tag != NameTag && Find(tag) == SettingId.Count)
            {
                Array.Copy(buffer, at, buffer, kept, length);
                kept += length;
            }

            at += length;
        }

        return kept;
    }

    private static int Put(Settings settings, SettingId id, byte[] buffer, int at, int end)
    {
        int length = SettingTable.IsText(id) ? settings.TextLength(id) : NumberLength;
        int value = Begin(TagOf(id), length, buffer, at, end);
        if (value < 0)
        {
            return -1;
        }

        if (SettingTable.IsText(id))
        {
            settings.CopyText(id, buffer, value);
        }
        else
        {
            PutNumber(settings.Get(id), buffer, value);
        }

        return value + length;
    }

    private static int PutName(BatteryNames names, int index, byte[] buffer, int at, int end)
    {
        int value = Begin(NameTag, MaxValue, buffer, at, end);
        if (value < 0)
        {
            return -1;
        }

        names.CopySerial(index, buffer, value);
        int length = SerialLength + names.Copy(index, buffer, value + SerialLength);
        buffer[value - 1] = (byte)length;
        return value + length;
    }

    private static int Begin(int tag, int length, byte[] buffer, int at, int end)
    {
        if (at + TagLength + length > end)
        {
            return -1;
        }

        buffer[at] = (byte)tag;
        buffer[at + 1] = (byte)(tag >> 8);
        buffer[at + 2] = (byte)length;
        return at + TagLength;
    }

    private static void PutNumber(int number, byte[] buffer, int at)
    {
        buffer[at] = (byte)number;
        buffer[at + 1] = (byte)(number >> 8);
        buffer[at + 2] = (byte)(number >> 16);
        buffer[at + 3] = (byte)(number >> 24);
    }
}
