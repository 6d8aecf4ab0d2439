using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;

namespace ValenceNano.Desktop;

/// <summary>The options of the page: <c>--web</c> and <c>--unlock</c>.</summary>
public sealed class WebArguments
{
    private readonly Option<IPEndPoint?> _web = new("--web")
    {
        Description = "Serves the page on this port, for this computer alone or on the address in front of it: 8080, 0.0.0.0:8080.",
        HelpName = "[ADDRESS:]PORT",
        CustomParser = Parse,
    };

    private readonly Option<bool> _unlock = Arguments.Flag(
        "--unlock", "With --web: settings may be changed on the page without the button, which is the space key.");

    /// <summary>Gives a command the options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_web);
        command.Options.Add(_unlock);
        command.Needs(_unlock, _web);
    }

    /// <summary>Makes them usage errors beside another option.</summary>
    public void Exclude(Command command, Option other)
    {
        command.Excludes(_web, other);
        command.Excludes(_unlock, other);
    }

    /// <summary>What was said; null: there is no page.</summary>
    public WebOptions? Of(ParseResult parsed) =>
        parsed.GetValue(_web) is { } address ? new WebOptions(address, parsed.GetValue(_unlock)) : null;

    private static IPEndPoint? Parse(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        IPEndPoint? address = WebOptions.ParseAddress(text);
        if (address == null)
        {
            result.AddError($"--web takes a port, 1..65535, or an IP address and a port, as 8080 or 0.0.0.0:8080, not {Arguments.Quote(text)}.");
        }

        return address;
    }
}
