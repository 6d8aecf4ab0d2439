using System.CommandLine;
using System.CommandLine.Parsing;
using ValenceNano.Model;

namespace ValenceNano.Desktop;

/// <summary>The options that set settings: <c>--settings FILE</c>, and on top of it those that every owner needs by name.</summary>
public sealed class SettingsArguments
{
    private readonly Option<string?> _file = new("--settings")
    {
        Description = "Settings, lines key = value; the command settings lists them.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _wiring = new("--wiring")
    {
        Description = $"How the batteries are wired together: {SettingText.Range(SettingId.Wiring)}.",
        HelpName = "HOW",
    };

    private readonly Option<string?> _capacity = new("--capacity")
    {
        Description = "Capacity of one battery, Ah.",
        HelpName = "AH",
    };

    private readonly Option<string?> _name = new("--name")
    {
        Description = $"What the page and the topics call this display: {SettingText.Range(SettingId.DeviceName)}.",
        HelpName = "NAME",
    };

    /// <summary>Gives a command the options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_file);
        command.Options.Add(_wiring);
        command.Options.Add(_capacity);
        command.Options.Add(_name);
        _wiring.Validators.Add(result => Refuse(result, SettingId.Wiring));
        _capacity.Validators.Add(result => Refuse(result, SettingId.Capacity));
        _name.Validators.Add(result => Refuse(result, SettingId.DeviceName));
    }

    /// <summary>Tells whether any of them was given.</summary>
    public bool AreIn(SymbolResult parsed) =>
        new Option[] { _file, _wiring, _capacity, _name }.Any(option => parsed.GetResult(option) is { Implicit: false });

    /// <summary>What no other display in the house is called: its name, or the host's.</summary>
    public byte[] TopicId(ParseResult parsed) =>
        System.Text.Encoding.UTF8.GetBytes(parsed.GetValue(_name) is { Length: > 0 } name ? name : Environment.MachineName);

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

    private static void Refuse(OptionResult result, SettingId id)
    {
        string value = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (SettingText.Set(new Settings(), SettingText.Key(id), value) != null)
        {
            result.AddError($"{result.Option.Name} takes {SettingText.Range(id)}, not \"{value}\".");
        }
    }
}
