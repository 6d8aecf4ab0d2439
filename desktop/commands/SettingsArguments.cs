using System.CommandLine;
using System.CommandLine.Parsing;
using ValenceNano.Model;

namespace ValenceNano.Desktop;

/// <summary>The options that set settings: <c>--settings FILE</c>, and on top of it the two that every owner needs by name.</summary>
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

    /// <summary>Gives a command the options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_file);
        command.Options.Add(_wiring);
        command.Options.Add(_capacity);
        _wiring.Validators.Add(result => Refuse(result, SettingId.Wiring));
        _capacity.Validators.Add(result => Refuse(result, SettingId.Capacity));
    }

    /// <summary>Tells whether any of them was given.</summary>
    public bool AreIn(SymbolResult parsed) =>
        new Option[] { _file, _wiring, _capacity }.Any(option => parsed.GetResult(option) is { Implicit: false });

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
