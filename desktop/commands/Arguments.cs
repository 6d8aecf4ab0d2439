using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace ValenceNano.Desktop;

/// <summary>
/// Options and arguments of the kinds that the commands have. What does not fit is a usage error that says where, what was typed
/// and what would be right; none of them throws.
/// </summary>
public static class Arguments
{
    private const int MaxSeconds = 100_000_000;
    private const int MaxShown = 60;

    /// <summary>An option that is there or not, and takes no value.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>A whole number, <paramref name="min"/>..<paramref name="max"/>; <paramref name="absent"/> if it is not given.</summary>
    public static Option<int> WholeNumber(string name, string helpName, int min, int max, int absent, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => absent,
        CustomParser = result => ParseWholeNumber(result, name, min, max),
    };

    /// <summary>A whole number, <paramref name="min"/>..<paramref name="max"/>; null if it is not given.</summary>
    public static Option<int?> WholeNumber(string name, string helpName, int min, int max, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result => ParseWholeNumber(result, name, min, max),
    };

    /// <summary>A number, <paramref name="min"/>..<paramref name="max"/>; <paramref name="absent"/> if it is not given.</summary>
    public static Option<double> Number(string name, string helpName, double min, double max, double absent, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => absent,
        CustomParser = result => Parse<double>(result, name, "a number", min, max),
    };

    /// <summary><c>--seconds S</c>, 1 or more; null if it is not given.</summary>
    public static Option<int?> Seconds(string description) => WholeNumber("--seconds", "S", 1, MaxSeconds, description);

    /// <summary>A text that is not empty, for example the name of a port; null if it is not given.</summary>
    /// <param name="name">Of the option.</param>
    /// <param name="helpName">What stands for the text.</param>
    /// <param name="description">For the help.</param>
    /// <param name="refusal">What is wrong with a text, with what would be right; null: nothing.</param>
    public static Option<string?> Text(string name, string helpName, string description, Func<string, string?>? refusal = null) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result => ParseText(result, name, refusal),
    };

    /// <summary>The same as an argument, which must be given; what begins with <c>-</c> is taken for an option that there is not.</summary>
    public static Argument<string> Text(string name, string description, Func<string, string?>? refusal = null) => new(name)
    {
        Description = description,
        CustomParser = result => RefuseOption(result, name) ? null : ParseText(result, name, refusal),
    };

    /// <summary>What was typed, quoted, as it stands in a message: not longer than a line can bear.</summary>
    public static string Quote(string text) => text.Length <= MaxShown ? $"\"{text}\"" : $"\"{text[..MaxShown]}...\"";

    private static int ParseWholeNumber(ArgumentResult result, string name, int min, int max) =>
        Parse(result, name, "a whole number", min, max);

    private static T Parse<T>(ArgumentResult result, string name, string what, T min, T max)
        where T : INumber<T>
    {
        string text = TextOf(result);
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        NumberStyles style = T.IsInteger(T.CreateChecked(0.5)) ? NumberStyles.AllowLeadingSign : Style;
        if (T.TryParse(text, style, CultureInfo.InvariantCulture, out T? value) && value >= min && value <= max)
        {
            return value;
        }

        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes {what}, {min}..{max}, not {Quote(text)}."));
        return min;
    }

    private static string? ParseText(ArgumentResult result, string name, Func<string, string?>? refusal)
    {
        string text = TextOf(result);
        string? error = text.Trim().Length == 0 ? "is empty"
            : text.Contains('\0', StringComparison.Ordinal) ? "has a byte 0 in it"
            : refusal?.Invoke(text);
        if (error == null)
        {
            return text;
        }

        result.AddError($"{name} {Quote(text)} {error}.");
        return null;
    }

    private static bool RefuseOption(ArgumentResult result, string name)
    {
        string text = TextOf(result);
        bool isOption = text.Length > 1 && text[0] == '-';
        if (isOption)
        {
            result.AddError($"Unrecognized option '{text}' (if it is meant as {name}: ./{text}).");
        }

        return isOption;
    }

    private static string TextOf(ArgumentResult result) => result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
}
