using System.CommandLine;
using ValenceNano.Model;

namespace ValenceNano.Desktop;

/// <summary>The options that set settings: <c>--settings FILE</c>, and on top of it those that every owner needs by name.</summary>
public sealed class SettingsArguments
{
    private readonly Option<string?> _file = Arguments.Text(
        "--settings", "FILE", "Settings, lines key = value; the command settings lists them.");

    private readonly Option<string?> _wiring = OfSetting(
        "--wiring", "HOW", SettingId.Wiring, $"How the batteries are wired together: {SettingText.Range(SettingId.Wiring)}.");

    private readonly Option<string?> _capacity = OfSetting("--capacity", "AH", SettingId.Capacity, "Capacity of one battery, Ah.");

    private readonly Option<string?> _name = OfSetting(
        "--name", "NAME", SettingId.DeviceName, $"What the page calls this display: {SettingText.Range(SettingId.DeviceName)}.");

    /// <summary>Gives a command the options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_file);
        command.Options.Add(_wiring);
        command.Options.Add(_capacity);
        command.Options.Add(_name);
    }

    /// <summary>Makes them usage errors beside another option.</summary>
    public void Exclude(Command command, Option other)
    {
        command.Excludes(_file, other);
        command.Excludes(_wiring, other);
        command.Excludes(_capacity, other);
        command.Excludes(_name, other);
    }

    /// <summary>Sets what they say.</summary>
    /// <exception cref="CommandException">The file is wrong.</exception>
    public void Apply(ParseResult parsed, Settings settings)
    {
        if (parsed.GetValue(_file) is string file)
        {
            SettingsFile.Read(file, settings);
        }

        Set(settings, SettingId.Wiring, parsed.GetValue(_wiring));
        Set(settings, SettingId.Capacity, parsed.GetValue(_capacity));
        Set(settings, SettingId.DeviceName, parsed.GetValue(_name));
        MakeDefaults(settings);
    }

    // What is changed on the page is kept where it is not the default: on top of what is said here, and no more than that.
    private static void MakeDefaults(Settings settings)
    {
        for (SettingId id = 0; id < SettingId.Count; id++)
        {
            if (!SettingTable.IsText(id))
            {
                settings.ChangeDefault(id, settings.Get(id));
            }
        }
    }

    private static void Set(Settings settings, SettingId id, string? value)
    {
        if (value != null)
        {
            SettingText.Set(settings, SettingText.Key(id), value);
        }
    }

    private static Option<string?> OfSetting(string name, string helpName, SettingId id, string description) => Arguments.Text(
        name,
        helpName,
        description,
        text => SettingText.Set(new Settings(), SettingText.Key(id), text) == null ? null : $"is not right; it takes {SettingText.Range(id)}");
}
