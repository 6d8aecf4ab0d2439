using System.Text.RegularExpressions;
using ValenceNano.HostTests.Display;
using ValenceNano.HostTests.Model.Tables;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Architecture;

public partial class OneSourceTests
{
    private static readonly string[] Folders =
        ["shared-protocol", "shared-model", "shared-display", "shared-network", "firmware", "simulation", "desktop"];

    // Settings and alarms have units of their own: those of the integers themselves.
    private static readonly string[] Tables = ["ReadingTable.cs", "SettingTable.cs", "AlarmTable.cs"];

    [Fact]
    public void No_key_label_or_unit_of_a_reading_stands_in_another_source_file()
    {
        // A key is told from a word by its unit, or by any other underscore.
        HashSet<string> texts = [.. Table.All.Select(Table.Key).Where(key => key.Contains('_', StringComparison.Ordinal)),
            .. Table.All.Select(Table.Label).Where(label => label.Contains(' ', StringComparison.Ordinal)),
            .. Enum.GetValues<ReadingUnit>().Where(unit => unit is > ReadingUnit.None and < ReadingUnit.Minutes).Select(Table.Unit)];
        IEnumerable<string> found = Sourced().SelectMany(file => Literals().Matches(File.ReadAllText(file))
            .Where(literal => texts.Contains(literal.Groups[1].Value.Trim()))
            .Select(literal => $"{Path.GetRelativePath(Sources.Root(), file)}: {literal.Value}"));
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("captures")]
    [InlineData("messages")]
    [InlineData("output")]
    [InlineData("ports")]
    [InlineData("settings")]
    public void Decoding_needs_no_simulator(string folder) => Assert.DoesNotContain(
        Directory.EnumerateFiles(Path.Combine(Sources.Root(), "desktop", folder), "*.cs", SearchOption.AllDirectories),
        file => File.ReadAllText(file).Contains("ValenceNano.Simulation", StringComparison.Ordinal));

    private static IEnumerable<string> Sourced() => Folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Sources.Root(), folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !Tables.Contains(Path.GetFileName(file)) && !file.Split(Path.DirectorySeparatorChar).Contains("obj"));

    [GeneratedRegex("\"([^\"\\n]*)\"")]
    private static partial Regex Literals();
}
