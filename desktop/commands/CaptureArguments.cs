using System.CommandLine;
using System.CommandLine.Parsing;

namespace ValenceNano.Desktop;

/// <summary>Arguments and options of the commands that read captures.</summary>
public static class CaptureArguments
{
    /// <summary><c>--shape NAME</c>, one of <see cref="ShapeFamilies"/>.</summary>
    public static Option<string?> Shape()
    {
        string names = string.Join("; ", ShapeFamilies.All.Select(family => $"{family.Name}: {family.Use}"));
        return Arguments.Text(
            "--shape",
            "NAME",
            $"What the log is like, instead of finding it out. {names}.",
            name => ShapeFamilies.All.Any(family => family.Name == name)
                ? null
                : $"is no shape; there are {string.Join(", ", ShapeFamilies.All.Select(family => $"'{family.Name}'"))}");
    }

    /// <summary>What looks like an option and is none would else be taken for a file.</summary>
    public static void RefuseOptions(ArgumentResult argument)
    {
        foreach (Token token in argument.Tokens)
        {
            if (token.Value.Length > 1 && token.Value[0] == '-')
            {
                argument.AddError($"Unrecognized option '{token.Value}' (a file of that name: ./{token.Value}).");
                return;
            }
        }
    }
}
