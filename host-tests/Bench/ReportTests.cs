using System.Text.Json;
using ValenceNano.Bench;

namespace ValenceNano.HostTests.Bench;

public sealed class ReportTests
{
    private static readonly string[] CountKeys = ["name", "il", "calls", "device_allocs", "allocated", "i2c_bytes"];
    private static readonly string[] RatioKeys = ["name", "ratio"];
    private static readonly string[] DeviceKeys = ["name", "instruction_us", "median_ms", "worst_ms"];
    private static readonly string[] NoiseKeys = ["name", "instruction_us", "panel_gap_ms", "live_ms", "well_ms"];
    private static readonly string[] LoopKeys = ["name", "il", "device_bytes"];
    private static readonly string[] FloodKeys = ["name", "clients", "fewest_polls", "worst_gap_ms", "answers"];
    private static readonly string[] ImageKeys =
        ["name", "types", "methods", "fields", "il_bytes", "static_bytes", "data_bytes", "string_bytes"];

    [Fact]
    public void As_json_every_line_is_one_object_with_the_agreed_keys()
    {
        var output = new StringWriter();
        new Report(output, asJson: true).All();

        var names = new List<string>();
        foreach (string line in output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            JsonElement measured = JsonDocument.Parse(line).RootElement;
            string[] keys = [.. measured.EnumerateObject().Select(property => property.Name)];
            Assert.Contains(keys, (string[][])[CountKeys, RatioKeys, DeviceKeys, NoiseKeys, LoopKeys, FloodKeys, ImageKeys]);
            string us = measured.TryGetProperty("instruction_us", out JsonElement value) ? $" {value} us" : "";
            names.Add(measured.GetProperty("name").GetString() + us);
        }

        string[] agreed =
        [
            "crc", "plain_crc", "data_reply", "plain_data_reply", "poll", "poll_idle", "round_silent",
            "cycle_1", "cycle_2", "cycle_6", "cycle_16", "discovery_6", "image", "loop_minute",
            "device_cycle_6 4 us", "device_discovery_6 4 us", "device_never_quiet 4 us", "device_flood_0", "device_flood_3",
        ];
        Assert.Empty(agreed.Except(names));
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void As_text_a_yardstick_is_followed_by_its_ratio()
    {
        var output = new StringWriter();
        new Report(output, asJson: false).All();
        string plain = output.ToString().Split('\n').First(line => line.StartsWith("plain_data_reply", StringComparison.Ordinal));
        Assert.Matches(@"  \d+\.\d times data_reply\s*$", plain);
    }

    [Fact]
    public void Scenario_that_there_is_not_is_no_crash()
    {
        var output = new StringWriter();
        Assert.False(new Report(output, asJson: false).Where("nothing"));
        Assert.True(new Report(output, asJson: false).Where("crc"));
        Assert.Contains("Crc16.Compute", output.ToString(), StringComparison.Ordinal);
    }
}
