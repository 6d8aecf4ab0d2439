using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>The body of <c>GET /api/settings</c>: every setting with all that a form needs, then the name of each battery.</summary>
internal sealed class SettingsBody
{
    private readonly Monitor _monitor;
    private readonly byte[] _text;

    /// <summary>Makes one of this monitor's settings.</summary>
    /// <param name="monitor">Which.</param>
    /// <param name="text">For its work while it writes, as others may have it: <see cref="JsonReader.MaxTextLength"/> bytes.</param>
    public SettingsBody(Monitor monitor, byte[] text)
    {
        _text = text;
        _monitor = monitor;
    }

    /// <summary>Writes the next setting, or the next battery's name.</summary>
    public void WritePart(HttpAnswer answer, JsonWriter json)
    {
        int index = answer.Index;
        if (index == 0)
        {
            json.Raw((byte)'[');
        }

        int battery = index - (int)SettingId.Count;
        if (battery >= _monitor.Bus.Batteries.Count)
        {
            json.Raw((byte)']');
            answer.End();
            return;
        }

        if (battery < 0)
        {
            json.Separate(index > 0);
            Write((SettingId)index, json);
        }
        else if (_monitor.Bus.Batteries[battery].HasSerial)
        {
            json.Separate(true);
            WriteName(_monitor.Bus.Batteries[battery], json);
        }

        answer.GoToIndex(index + 1);
    }

    private void Write(SettingId id, JsonWriter json)
    {
        json.OpenObject();
        Member(WebText.Key, SettingTable.Texts, SettingTable.Key(id), json);
        Member(WebText.Label, SettingTable.Texts, SettingTable.Label(id), json);
        Member(WebText.Group, SettingTable.Texts, SettingTable.Group(id), json);
        switch (SettingTable.Form(id))
        {
            case SettingForm.Number:
                WriteNumber(id, json);
                break;
            case SettingForm.Choice:
                WriteChoice(id, json);
                break;
            default:
                WriteText(id, json);
                break;
        }

        json.CloseObject();
    }

    private void WriteNumber(SettingId id, JsonWriter json)
    {
        Member(WebText.Unit, SettingTable.Texts, SettingTable.Unit(id), json);
        json.Key(WebText.Min);
        json.Number(SettingTable.Min(id));
        json.Key(WebText.Max);
        json.Number(SettingTable.Max(id));
        json.Key(WebText.Default);
        json.Number(_monitor.Settings.Default(id));
        json.Key(WebText.Value);
        json.Number(_monitor.Settings.Get(id));
    }

    private void WriteChoice(SettingId id, JsonWriter json)
    {
        json.Key(WebText.Default);
        WriteWord(id, _monitor.Settings.Default(id), json);
        json.Key(WebText.Value);
        WriteWord(id, _monitor.Settings.Get(id), json);
        json.Key(WebText.Choices);
        json.OpenArray();
        for (int choice = 0; choice < SettingTable.ChoiceCount(id); choice++)
        {
            WriteWord(id, choice, json);
        }

        json.CloseArray();
    }

    private void WriteText(SettingId id, JsonWriter json)
    {
        json.Key(WebText.Max);
        json.Number(SettingTable.Max(id));
        Member(WebText.Default, SettingTable.Texts, SettingTable.Default(id), json);
        if (SettingTable.Form(id) == SettingForm.Text)
        {
            json.Key(WebText.Value);
            json.Text(_text, 0, _monitor.Settings.CopyText(id, _text, 0));
        }
    }

    private void WriteName(Battery battery, JsonWriter json)
    {
        json.OpenObject();
        json.Key(WebText.Key);
        json.OpenText();
        json.Raw(WebText.NameKey);
        for (int i = 0; i < MessageFormat.SerialLength; i++)
        {
            json.HexByte(battery.Serial[i]);
        }

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
        json.Text(_text, 0, 0);
        json.Key(WebText.Value);
        json.Text(_text, 0, _monitor.Settings.Names.Copy(battery.Serial, _text, 0));
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
