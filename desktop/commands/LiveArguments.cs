using System.CommandLine;

namespace ValenceNano.Desktop;

/// <summary>Options that several commands have.</summary>
public static class LiveArguments
{
    /// <summary><c>--store DIR</c>.</summary>
    public static Option<string?> Store() => Arguments.Text(
        "--store",
        "DIR",
        "Where settings, energy, history and health are kept over a restart; without it they are kept nowhere.",
        PathRules.RefuseAsFolder);

    /// <summary><c>--look NAME</c>, one of <see cref="TerminalScreen.Looks"/>.</summary>
    public static Option<string?> Look() => Arguments.Text(
        "--look",
        "NAME",
        $"How the panel looks in a terminal: {string.Join(" or ", TerminalScreen.Looks)}.",
        name => TerminalScreen.Looks.Contains(name) ? null : $"is no look; there are {string.Join(" and ", TerminalScreen.Looks)}");

    /// <summary>Makes <c>--look</c> a usage error where no panel is drawn.</summary>
    public static void RefuseLook(Command command, Option look, Option json, CommandIo io)
    {
        command.Excludes(look, json);
        command.Refuse(look, _ => io.Terminal switch
        {
            TerminalKind.None => "has no effect where standard input and output are no terminal",
            TerminalKind.Plain => "has no effect in a terminal without colours (NO_COLOR, TERM)",
            _ => null,
        });
    }
}
