using System.Text.Json;

namespace ValenceNano.HostTests.Network;

/// <summary>What the page is told of the last 24 hours, of the days, and of what each battery has been through.</summary>
public sealed class HistoryTests
{
    private readonly PageBench _bench = new PageBench().Pass(8000);

    [Fact]
    public void Days_have_dates_once_the_time_is_known()
    {
        Assert.Equal(1, _bench.GetJson("/api/history").GetProperty("days")[0].GetProperty("day").GetInt32());
        long utcMs = new DateTimeOffset(2028, 2, 29, 12, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        _bench.Send("POST", "/api/time", $"{{\"utc_ms\":{utcMs},\"offset_min\":0}}");
        _bench.Pass(61_000);

        Assert.Equal("2028-02-29", _bench.GetJson("/api/history").GetProperty("days")[0].GetProperty("day").GetString());
    }

    [Fact]
    public void History_has_a_point_each_five_minutes()
    {
        _bench.Pass(20 * 60_000);

        JsonElement history = _bench.GetJson("/api/history");

        Assert.Equal(300, history.GetProperty("interval_s").GetInt32());
        JsonElement points = history.GetProperty("points");
        Assert.Equal(_bench.Monitor.Logbook.Graph.Count, points.GetArrayLength());
        Assert.True(points[0][0].GetInt32() > points[1][0].GetInt32());
        Assert.Equal(_bench.Monitor.Logbook.Graph.SocPermille(0), points[points.GetArrayLength() - 1][1].GetInt32());
        string[] lines = _bench.Get("/api/history.csv").Text.Split("\r\n");
        Assert.Equal("age_s,soc_permille,voltage_mv,current_ma", lines[0]);
        Assert.Equal(points.GetArrayLength() + 9, lines.Length);
        Assert.StartsWith("day,charge_in_mah,charge_out_mah,", lines[points.GetArrayLength() + 2], StringComparison.Ordinal);
    }

    [Fact]
    public void History_has_the_extremes_of_each_battery_in_the_order_of_the_status()
    {
        _bench.Pass(60_000);
        JsonElement[] extremes = [.. _bench.GetJson("/api/history").GetProperty("extremes").EnumerateArray()];
        JsonElement[] batteries = [.. _bench.GetJson("/api/status").GetProperty("batteries").EnumerateArray()];

        Assert.Equal(batteries.Select(SerialOf), extremes.Select(SerialOf));
        Assert.Equal(
            ["serial_hex", "voltage_min_mv", "voltage_max_mv", "cell_min_mv", "cell_max_mv", "cell_min_c", "cell_max_c",
                "soc_min_permille", "full_charges", "cycles", "synchronisations"],
            extremes[1].EnumerateObject().Select(member => member.Name));
        Assert.InRange(extremes[1].GetProperty("voltage_min_mv").GetInt32(), 12_000, extremes[1].GetProperty("voltage_max_mv").GetInt32());
        Assert.Equal(0, extremes[1].GetProperty("full_charges").GetInt32());

        string[] rows = _bench.Get("/api/history.csv").Text.Split("\r\n")[^4..];
        Assert.StartsWith("serial_hex,voltage_min_mv,", rows[0], StringComparison.Ordinal);
        string values = SerialOf(extremes[1]) + "," + extremes[1].GetProperty("voltage_min_mv");
        Assert.StartsWith(values, rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Extremes_of_a_battery_without_serial_that_has_not_answered_have_no_values()
    {
        _bench.Monitor.Bus.Batteries.AddBusId(9);

        Assert.Equal("{}", _bench.GetJson("/api/history").GetProperty("extremes")[2].GetRawText());
        Assert.Equal(",,,,,,,,,,", _bench.Get("/api/history.csv").Text.Split("\r\n")[^2]);
    }

    private static string? SerialOf(JsonElement battery) => battery.GetProperty("serial_hex").GetString();
}
