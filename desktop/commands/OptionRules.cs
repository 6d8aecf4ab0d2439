using System.CommandLine;
using System.CommandLine.Parsing;

namespace ValenceNano.Desktop;

/// <summary>Which options go together: one that can have no effect in a call is a usage error.</summary>
public static class OptionRules
{
    /// <summary>The option was typed, and not just has its default.</summary>
    public static bool IsGiven(this SymbolResult result, Option option) => result.GetResult(option) is { Implicit: false };

    /// <summary>An option has an effect only together with one of others.</summary>
    public static void Needs(this Command command, Option option, params Option[] others) => command.Refuse(
        option,
        result => others.Any(result.IsGiven) ? null : $"has no effect without {string.Join(" or ", others.Select(other => other.Name))}");

    /// <summary>An option has no effect together with any of others.</summary>
    public static void Excludes(this Command command, Option option, params Option[] others) => command.Refuse(
        option,
        result => others.FirstOrDefault(result.IsGiven) is { } other ? $"has no effect with {other.Name}" : null);

    /// <summary>Makes a rule of an option's own.</summary>
    /// <param name="command">That has the option.</param>
    /// <param name="option">The option.</param>
    /// <param name="refusal">What is wrong, in words that follow the option's name; null: nothing. It looks at tokens alone: values may be wrong.</param>
    public static void Refuse(this Command command, Option option, Func<CommandResult, string?> refusal) =>
        command.Validators.Add(result =>
        {
            if (result.IsGiven(option) && refusal(result) is { } words)
            {
                result.AddError($"{option.Name} {words}.");
            }
        });

    /// <summary>What was typed for an option; empty if nothing was.</summary>
    public static string TextOf(this SymbolResult result, Option option) => TextOf(result.GetResult(option));

    /// <summary>What was typed for an argument; empty if nothing was.</summary>
    public static string TextOf(this SymbolResult result, Argument argument) => TextOf(result.GetResult(argument));

    private static string TextOf(SymbolResult? result) => result is { Tokens.Count: > 0 } ? result.Tokens[0].Value : "";
}
