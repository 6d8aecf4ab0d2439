using System.Globalization;
using System.Text;
using ValenceNano.Model;

namespace ValenceNano.Desktop;

/// <summary>Settings as text, as <see cref="SettingTable"/> has them: keys, values, ranges.</summary>
public static class SettingText
{
    /// <summary>A setting's key.</summary>
    public static string Key(SettingId id) => Text(SettingTable.Texts, SettingTable.Key(id));

    /// <summary>What it means.</summary>
    public static string Label(SettingId id) => Text(SettingTable.Texts, SettingTable.Label(id));

    /// <summary>The group it belongs to.</summary>
    public static string Group(SettingId id) => Text(SettingTable.Texts, SettingTable.Group(id));

    /// <summary>Its unit; empty if it has none.</summary>
    public static string Unit(SettingId id) => Text(SettingTable.Texts, SettingTable.Unit(id));

    /// <summary>What it takes, in words: "a whole number, 250..60000 ms".</summary>
    public static string Range(SettingId id) => SettingTable.Form(id) switch
    {
        SettingForm.Number => $"a whole number, {SettingTable.Min(id)}..{SettingTable.Max(id)} {Unit(id)}".TrimEnd(),
        SettingForm.Choice => string.Join(" | ", Enumerable.Range(0, SettingTable.ChoiceCount(id)).Select(choice => Choice(id, choice))),
        _ => $"a text, at most {SettingTable.Max(id)} bytes",
    };

    /// <summary>The value; a secret is never told, only whether there is one.</summary>
    public static string Value(Settings settings, SettingId id)
    {
        switch (SettingTable.Form(id))
        {
            case SettingForm.Number:
                return settings.Get(id).ToString(CultureInfo.InvariantCulture);
            case SettingForm.Choice:
                return Choice(id, settings.Get(id));
            case SettingForm.Secret:
                return settings.TextLength(id) > 0 ? "(set)" : "";
            default:
                byte[] text = new byte[settings.TextLength(id)];
                settings.CopyText(id, text, 0);
                return Encoding.UTF8.GetString(text);
        }
    }

    /// <summary>Sets one.</summary>
    /// <returns>What is wrong with it, with what would be right; null if it is set.</returns>
    public static string? Set(Settings settings, string key, string value)
    {
        if (key.StartsWith(SettingTable.NameKey, StringComparison.Ordinal))
        {
            return SetName(settings, key, value);
        }

        byte[] bytes = Encoding.UTF8.GetBytes(key);
        SettingId id = SettingTable.Find(bytes, 0, bytes.Length);
        if (id == SettingId.Count)
        {
            return $"there is no setting {key}; `settings` lists them all";
        }

        byte[] text = Encoding.UTF8.GetBytes(value);
        bool isSet = SettingTable.Form(id) switch
        {
            SettingForm.Number => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
                && settings.Set(id, number),
            SettingForm.Choice => settings.Set(id, SettingTable.FindChoice(id, text, 0, text.Length)),
            _ => settings.SetText(id, text, 0, text.Length),
        };
        return isSet ? null : $"{key} takes {Range(id)}, not {Quoted(value)}";
    }

    /// <summary>The first two that contradict each other, in words; null if none do.</summary>
    public static string? Conflict(Settings settings)
    {
        SettingId lower = SettingRules.FindConflict(settings);
        if (lower == SettingId.Count)
        {
            return null;
        }

        SettingId higher = SettingRules.HigherThan(lower);
        int between = SettingRules.Between(lower);
        string by = between > 0 ? $" by {between} {Unit(lower)} at least" : "";
        return $"{Key(lower)} ({settings.Get(lower)}) must be below {Key(higher)} ({settings.Get(higher)}){by}";
    }

    /// <summary>The batteries' names, as key and value.</summary>
    public static IEnumerable<(string Key, string Value)> Names(Settings settings)
    {
        byte[] serial = new byte[Protocol.MessageFormat.SerialLength];
        byte[] name = new byte[BatteryNames.MaxLength];
        for (int i = 0; i < settings.Names.Count; i++)
        {
            settings.Names.CopySerial(i, serial, 0);
            int length = settings.Names.Copy(i, name, 0);
            yield return (SettingTable.NameKey + Convert.ToHexStringLower(serial), Encoding.UTF8.GetString(name, 0, length));
        }
    }

    private static string? SetName(Settings settings, string key, string value)
    {
        string hex = key[SettingTable.NameKey.Length..];
        const int Digits = 2 * Protocol.MessageFormat.SerialLength;
        if (hex.Length != Digits || !hex.All(char.IsAsciiHexDigit))
        {
            return $"{SettingTable.NameKey} wants the battery's serial behind it, {Digits} hex digits, not {Quoted(hex)}";
        }

        byte[] name = Encoding.UTF8.GetBytes(value);
        return settings.SetName(Convert.FromHexString(hex), 0, name, 0, name.Length)
            ? null
            : $"{key} takes a text, at most {BatteryNames.MaxLength} bytes, for at most {BatteryNames.Capacity} batteries";
    }

    private static string Choice(SettingId id, int choice) => Text(SettingTable.Texts, SettingTable.Choice(id, choice));

    private static string Text(FlashTexts list, int place)
    {
        byte[] text = new byte[100];
        return Encoding.UTF8.GetString(text, 0, list.Copy(place, text, 0));
    }

    private static string Quoted(string value)
    {
        const int Shown = 40;
        string text = value.Length > Shown ? value[..Shown] + "..." : value;
        return value.Length == 0 ? "nothing" : $"\"{text}\"";
    }
}
