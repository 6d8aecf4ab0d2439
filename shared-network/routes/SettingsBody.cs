using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>The body of <c>GET /api/settings</c>: every setting with all that a form needs, then the name of each battery.</summary>
internal static class SettingsBody
{
    /// <summary>Writes the next setting, or the next battery's name.</summary>
    public static void WritePart(Monitor monitor, HttpAnswer answer, JsonWriter json)
    {
        int index = answer.Index;
        if (index == 0)
        {
            json.Raw((byte)'[');
        }

        int battery = index - (int)SettingId.Count;
        if (battery >= monitor.Bus.Batteries.Count)
        {
            json.Raw((byte)']');
            answer.End();
            return;
        }

        if (battery < 0)
        {
            json.Separate(index > 0);
            Write(monitor.Settings, (SettingId)index, monitor.Readings.Text, json);
        }
        else if (monitor.Bus.Batteries[battery].HasSerial)
        {
            json.Separate(true);
            WriteName(monitor.Settings.Names, monitor.Bus.Batteries[battery], monitor.Readings.Text, json);
        }

        answer.GoToIndex(index + 1);
    }

    private static void Write(Settings settings, SettingId id, byte[] text, JsonWriter json)
    {
        json.OpenObject();
        Member(WebText.Key, SettingTable.Texts, SettingTable.Key(id), json);
        Member(WebText.Label, SettingTable.Texts, SettingTable.Label(id), json);
        Member(WebText.Group, SettingTable.Texts, SettingTable.Group(id), json);
        switch (SettingTable.Form(id))
        {
            case SettingForm.Number:
                WriteNumber(settings, id, json);
                break;
            case SettingForm.Choice:
                WriteChoice(settings, id, json);
                break;
            default:
                WriteText(settings, id, text, json);
                break;
        }

        json.CloseObject();
    }

    private static void WriteNumber(Settings settings, SettingId id, JsonWriter json)
    {
        Member(WebText.Unit, SettingTable.Texts, SettingTable.Unit(id), json);
        json.Key(WebText.Min);
        json.Number(SettingTable.Min(id));
        json.Key(WebText.Max);
        json.Number(SettingTable.Max(id));
        json.Key(WebText.Default);
        json.Number(settings.Default(id));
        json.Key(WebText.Value);
        json.Number(settings.Get(id));
    }

    private static void WriteChoice(Settings settings, SettingId id, JsonWriter json)
    {
        json.Key(WebText.Default);
        WriteWord(id, settings.Default(id), json);
        json.Key(WebText.Value);
        WriteWord(id, settings.Get(id), json);
        json.Key(WebText.Choices);
        json.OpenArray();
        for (int choice = 0; choice < SettingTable.ChoiceCount(id); choice++)
        {
            WriteWord(id, choice, json);
        }

        json.CloseArray();
    }

    private static void WriteText(Settings settings, SettingId id, byte[] text, JsonWriter json)
    {
        json.Key(WebText.Max);
        json.Number(SettingTable.Max(id));
        Member(WebText.Default, SettingTable.Texts, SettingTable.Default(id), json);
        if (SettingTable.Form(id) == SettingForm.Text)
        {
            json.Key(WebText.Value);
            json.Text(text, 0, settings.CopyText(id, text, 0));
        }
    }

    private static void WriteName(BatteryNames names, Battery battery, byte[] text, JsonWriter json)
    {
        json.OpenObject();
        json.Key(WebText.Key);
        json.OpenText();
        json.Raw(WebText.NameKey);
        json.Hex(battery.Serial, 0, MessageFormat.SerialLength);
        json.EndText();
        json.Key(WebText.Label);
        json.OpenText();
        json.Raw(WebText.NameLabel);
        json.Digits(battery.Number);
        json.EndText();
        json.Key(WebText.Group);
        json.Text(WebText.Names);
        json.Key(WebText.Max);
        json.Number(BatteryNames.MaxLength);
        json.Key(WebText.Default);
        json.Text(text, 0, 0);
        json.Key(WebText.Value);
        json.Text(text, 0, names.Copy(battery.Serial, text, 0));
        json.CloseObject();
    }

    private static void Member(WebText key, FlashTexts list, int place, JsonWriter json)
    {
        json.Key(key);
        json.Text(list, place);
    }

    private static void WriteWord(SettingId id, int choice, JsonWriter json) =>
        json.Text(SettingTable.Texts, SettingTable.Choice(id, choice));
}
