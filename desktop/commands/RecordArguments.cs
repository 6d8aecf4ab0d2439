using System.CommandLine;

namespace ValenceNano.Desktop;

/// <summary><c>--record FILE</c>, which never overwrites, and <c>--append</c>.</summary>
public sealed class RecordArguments
{
    private readonly Option<string?> _record = Arguments.Text(
        "--record", "FILE", "Writes a capture that decode reads, into a new file.", PathRules.RefuseAsOutput);

    private readonly Option<bool> _append = Arguments.Flag("--append", "With --record: the file may be there, and is written on.");

    /// <summary>Gives a command the options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_record);
        command.Options.Add(_append);
        command.Needs(_append, _record);
        command.Refuse(_record, result => !result.IsGiven(_append) && File.Exists(result.TextOf(_record))
            ? $"{Arguments.Quote(result.TextOf(_record))} is there already: another name, or --append to write on in it"
            : null);
    }

    /// <summary>What was said; null: nothing is recorded.</summary>
    public Recording? Of(ParseResult parsed) =>
        parsed.GetValue(_record) is string file ? new Recording(file, parsed.GetValue(_append)) : null;
}
