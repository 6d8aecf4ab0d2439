using System.Text.Json;
using ValenceNano.Desktop;
using ValenceNano.HostTests.Display;

namespace ValenceNano.HostTests.Desktop;

public sealed class StatusJsonTests
{
    private readonly Rig _rig = Rig.Running(batteries: 2);

    [Fact]
    public void Alarm_is_an_object_that_tells_what_where_and_whether_it_is_over()
    {
        _rig.EmptyCell(battery: 1);
        JsonElement alarm = Bank().GetProperty("alarms")[0];
        Assert.Equal(
            ["battery", "cell", "kind", "severity", "value", "limit", "unit", "text", "seen", "over"],
            alarm.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("cell_low", "alarm"), (alarm.GetProperty("kind").GetString(), alarm.GetProperty("severity").GetString()));

        _rig.Virtual[1].Model.SetCellOffset(2, 0);
        _rig.RunFor(20_000);
        alarm = Bank().GetProperty("alarms")[0];
        Assert.True(alarm.GetProperty("over").GetBoolean());
        Assert.InRange(alarm.GetProperty("over_ms").GetInt32(), 10_000, 20_000);
    }

    [Fact]
    public void Name_that_is_set_stands_beside_the_number()
    {
        byte[] name = "Bow"u8.ToArray();
        _rig.Monitor.Settings.SetName(_rig.Batteries[0].Serial, 0, name, 0, name.Length);
        JsonElement[] batteries = [.. Status().Where(line => line.GetProperty("kind").GetString() == "battery")];
        Assert.Equal(("Bow", 1), (batteries[0].GetProperty("name").GetString(), batteries[0].GetProperty("number").GetInt32()));
        Assert.False(batteries[1].TryGetProperty("name", out _));
    }

    [Fact]
    public void Battery_has_the_bytes_that_nobody_has_decoded()
    {
        JsonElement battery = Run.Valence("sim", "--json", "--seconds", "12").Json.Last(line => line.GetProperty("kind").GetString() == "battery");

        Assert.Equal(
            ["7", "8-14", "21-22", "45-48"], battery.GetProperty("unknown").EnumerateObject().Select(property => property.Name));
        Assert.Equal("00100400", battery.GetProperty("unknown").GetProperty("45-48").GetString());
    }

    private JsonElement Bank() => Status().Last();

    private JsonElement[] Status()
    {
        using var stream = new MemoryStream();
        var output = new OutputBuffer(stream);
        new StatusJson(new JsonLines(output)).WriteStatus(_rig.Monitor, _rig.NowMs);
        output.Flush();
        string text = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
