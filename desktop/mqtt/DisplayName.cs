using System.CommandLine;
using System.Text;
using ValenceNano.Model;

namespace ValenceNano.Desktop;

/// <summary>The option <c>--name</c>: what the page and the topics call this display.</summary>
public sealed class DisplayName
{
    private readonly Option<string?> _name = new("--name")
    {
        Description = "What the page and the topics call this display; without it topics have the host's name.",
        HelpName = "NAME",
    };

    /// <summary>Gives a command the option.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_name);
        _name.Validators.Add(result =>
        {
            string name = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (name == "" || !Set(new Settings(), name))
            {
                result.AddError($"--name takes 1..{SettingTable.Max(SettingId.DeviceName)} bytes without control characters.");
            }
        });
    }

    /// <summary>Sets it, if it was given.</summary>
    public void Apply(ParseResult parsed, Settings settings)
    {
        if (parsed.GetValue(_name) is { } name)
        {
            Set(settings, name);
        }
    }

    /// <summary>What no other display in the house is called, if it was given a name of its own.</summary>
    public byte[] TopicId(ParseResult parsed) => Encoding.UTF8.GetBytes(parsed.GetValue(_name) ?? Environment.MachineName);

    private static bool Set(Settings settings, string name)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        return settings.SetText(SettingId.DeviceName, bytes, 0, bytes.Length);
    }
}
