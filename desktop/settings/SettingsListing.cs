using ValenceNano.Model;

namespace ValenceNano.Desktop;

/// <summary>All settings for a person: as a file that can be read back, and as the document that lists them.</summary>
public static class SettingsListing
{
    /// <summary>A file of settings that says what they are, each with range and meaning.</summary>
    public static IEnumerable<string> File(Settings settings)
    {
        string group = "";
        for (SettingId id = 0; id < SettingId.Count; id++)
        {
            if (SettingText.Group(id) != group)
            {
                group = SettingText.Group(id);
                yield return $"# {group}";
            }

            bool isSecret = SettingTable.Form(id) == SettingForm.Secret;
            yield return $"{(isSecret ? "# " : "")}{SettingText.Key(id)} = {SettingText.Value(settings, id)}".TrimEnd();
            yield return $"#   {SettingText.Label(id)}: {SettingText.Range(id)}";
        }

        yield return "# Names of batteries: name.SERIAL = NAME, the serial as 24 hex digits";
        foreach ((string key, string value) in SettingText.Names(settings))
        {
            yield return $"{key} = {value}";
        }
    }

    /// <summary>docs/settings.md.</summary>
    public static IEnumerable<string> Document()
    {
        var defaults = new Settings();
        foreach (string line in Head)
        {
            yield return line;
        }

        string group = "";
        for (SettingId id = 0; id < SettingId.Count; id++)
        {
            if (SettingText.Group(id) != group)
            {
                group = SettingText.Group(id);
                yield return "";
                yield return $"## {group}";
                yield return "";
                yield return "| key | default | takes | meaning |";
                yield return "|---|---|---|---|";
            }

            string value = SettingText.Value(defaults, id);
            string shown = value.Length == 0 ? "(none)" : $"`{value}`";
            string range = SettingText.Range(id).Replace(" | ", ", ", StringComparison.Ordinal);
            yield return $"| `{SettingText.Key(id)}` | {shown} | {range} | {SettingText.Label(id)} |";
        }

        foreach (string line in Foot)
        {
            yield return line;
        }
    }

    private static readonly string[] Head =
    [
        "# Settings",
        "",
        "All that an owner may set. The table is `shared-model/settings/SettingTable.cs`, and this page is written from it by",
        "`dotnet run --project desktop -- settings --document`. Without an argument `settings` prints all with their defaults, as a",
        "file that `--settings FILE` of `sim`, `monitor` and `listen` takes; `settings FILE` prints what that file says. A line that is",
        "wrong is refused with file, line and range. On the device they are set on [the page](page.md), or without Wi-Fi each with a line",
        "in `firmware/Board.cs`. A value that is kept and out of range is replaced by its default, and that is told.",
        "What is set on the page is kept before it is answered; where there is no room to keep it, the page says so, it is in use all the same, and it is tried again",
        "each minute. Sixteen batteries can have names: one that is there takes the place of one that is gone.",
        "With a poll interval of 30 s or more a battery whose load is switched off mostly sleeps before it is asked again, and is told as lost.",
    ];

    private static readonly string[] Foot =
    [
        "",
        "A limit of an alarm is switched off by the end of its range that no value passes: 0 mV, -128 °C or 0 % of one that values",
        "fall below, 65535 mV or 127 °C of one that they rise above.",
        "",
        "## Names",
        "",
        $"`name.SERIAL = NAME` gives a battery a name of at most {BatteryNames.MaxLength} bytes. SERIAL is its `serial_hex`, 24 hex",
        "digits, as `--json` writes it.",
    ];
}
