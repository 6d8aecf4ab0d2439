using System.CommandLine;

namespace ValenceNano.Desktop;

/// <summary>Options that several commands have.</summary>
public static class LiveArguments
{
    /// <summary><c>--seconds S</c>, 1 or more.</summary>
    public static Option<int?> Seconds(string description)
    {
        var seconds = new Option<int?>("--seconds") { Description = description, HelpName = "S" };
        seconds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
            {
                result.AddError("--seconds takes a whole number, 1 or more.");
            }
        });
        return seconds;
    }

    /// <summary><c>--store DIR</c>.</summary>
    public static Option<string?> Store() => new("--store")
    {
        Description = "Where settings, energy, history and health are kept over a restart; without it they are kept nowhere.",
        HelpName = "DIR",
    };

    /// <summary><c>--look NAME</c>, one of <see cref="TerminalScreen.Looks"/>.</summary>
    public static Option<string> Look()
    {
        var look = new Option<string>("--look")
        {
            Description = "How the panel looks in a terminal.",
            DefaultValueFactory = _ => TerminalScreen.Looks[0],
        };
        look.AcceptOnlyFromAmong(TerminalScreen.Looks);
        return look;
    }
}
