using System.Text.Json;
using ValenceNano.Desktop;
using ValenceNano.HostTests.Display;

namespace ValenceNano.HostTests.Desktop;

public sealed class SettingsCommandTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Settings_prints_a_file_that_it_reads_back()
    {
        Run defaults = Run.Valence("settings");
        Assert.Equal(0, defaults.ExitCode);
        File.WriteAllLines(_path, defaults.Output);
        Assert.Equal(defaults.Output, Run.Valence("settings", _path).Output);
    }

    [Fact]
    public void Settings_prints_what_a_file_says_and_never_a_secret()
    {
        File.WriteAllText(_path, "wiring = series\r\n\n# why\nmqtt_password=hunter2\nname.53494d554c415445442d3031 = Bow\n");
        Run run = Run.Valence("settings", _path);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("wiring = series", run.Output);
        Assert.Contains("name.53494d554c415445442d3031 = Bow", run.Output);
        Assert.DoesNotContain(run.Output, line => line.Contains("hunter2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("wiring = seires", "series | parallel | separate")]
    [InlineData("poll_interval_ms = 100", "250..60000 ms")]
    [InlineData("poll_interval_ms = 3.5", "250..60000 ms")]
    [InlineData("poll_interval_ms = 99999999999", "250..60000 ms")]
    [InlineData("polls = 1", "no setting polls")]
    [InlineData("wiring series", "key = value")]
    [InlineData("name.CBB = Bow", "24 hex digits")]
    [InlineData("cell_low_warn_mv = 2000", "below cell_low_warn_mv (2000)")]
    public void Wrong_line_is_told_with_file_line_and_what_would_be_right(string line, string expected)
    {
        File.WriteAllText(_path, $"# settings\n{line}\n");
        foreach (string command in new[] { "settings", "sim --settings", "monitor none --settings" })
        {
            Run run = Run.Valence([.. command.Split(' '), _path]);
            Assert.Equal(2, run.ExitCode);
            Assert.Empty(run.Output);
            string error = Assert.Single(run.Error);
            Assert.Contains($"{_path}, line 2: ", error, StringComparison.Ordinal);
            Assert.Contains(expected, error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("sim --wiring seires", "series | parallel | separate")]
    [InlineData("listen none --capacity 0", "1..1000 Ah")]
    [InlineData("monitor none --capacity 4.5", "1..1000 Ah")]
    [InlineData("sim --port none --wiring series", "--port")]
    [InlineData("sim --settings /does/not/exist", "/does/not/exist")]
    [InlineData("settings one --document", "--document")]
    public void Wrong_option_is_one_line_that_says_what_would_be_right(string args, string expected)
    {
        Run run = Run.Valence(args.Split(' '));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.Error), StringComparison.Ordinal);
    }

    [Fact]
    public void Series_owner_sees_the_volts_added()
    {
        Assert.InRange(BankOf("--wiring", "series").GetProperty("voltage_mv").GetInt32(), 25_000, 28_000);
        Assert.InRange(BankOf("--wiring", "parallel").GetProperty("voltage_mv").GetInt32(), 12_500, 14_000);
    }

    [Fact]
    public void Options_by_name_go_before_the_file()
    {
        File.WriteAllText(_path, "wiring = series\ncapacity_ah = 10\n");
        int fromFile = BankOf("--settings", _path).GetProperty("remaining_mah").GetInt32();
        int byName = BankOf("--settings", _path, "--capacity", "20").GetProperty("remaining_mah").GetInt32();
        Assert.InRange(byName, (2 * fromFile) - 1, (2 * fromFile) + 1);
    }

    [Fact]
    public void Document_lists_the_settings_as_they_are()
    {
        string path = Path.Combine(Sources.Root(), "docs", "settings.md");
        string document = string.Concat(SettingsListing.Document().Select(line => line + "\n"));
        if (Sources.Accepting)
        {
            File.WriteAllText(path, document);
        }

        Assert.Equal(document, File.ReadAllText(path));
    }

    private static JsonElement BankOf(params string[] args) =>
        Run.Valence(["sim", "--json", "--seconds", "20", .. args]).Json.Last(line => line.GetProperty("kind").GetString() == "bank");
}
