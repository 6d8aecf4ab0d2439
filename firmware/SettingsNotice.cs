using System;
using ValenceNano.Model;

namespace ValenceNano.Firmware;

/// <summary>Tells on the debug output which settings have their default because what was to be set could not be.</summary>
internal static class SettingsNotice
{
    /// <summary>Writes a line for each. It allocates: once, at start-up.</summary>
    internal static void Write(Settings settings, SettingsFound found)
    {
        if (found == SettingsFound.Unreadable)
        {
            Console.WriteLine("the settings that were kept cannot be read, and are the defaults again");
        }

        for (SettingId id = 0; id < SettingId.Count && settings.ReplacedCount > 0; id++)
        {
            if (settings.IsReplaced(id))
            {
                Console.WriteLine(Key(id) + ": out of range or against another setting; the default is used");
            }
        }
    }

    private static string Key(SettingId id)
    {
        var characters = new char[SettingTable.Texts.Length(SettingTable.Key(id))];
        for (int i = 0; i < characters.Length; i++)
        {
            characters[i] = (char)SettingTable.Texts.Byte(SettingTable.Key(id), i);
        }

        return new string(characters);
    }
}
