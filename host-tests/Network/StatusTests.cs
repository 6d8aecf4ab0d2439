using System.Text;
using System.Text.Json;
using ValenceNano.HostTests.Desktop;
using ValenceNano.HostTests.Protocol;
using ValenceNano.HostTests.Model.Tables;
using ValenceNano.HostTests.Simulation;
using ValenceNano.Model;
using ValenceNano.Network;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Network;

/// <summary><c>GET /api/status</c>.</summary>
public sealed class StatusTests
{
    [Fact]
    public void Status_has_what_the_product_knows()
    {
        PageBench bench = new PageBench().Pass(8000);

        JsonElement status = bench.GetJson("/api/status");

        JsonElement device = status.GetProperty("device");
        Assert.Equal("ValenceNano", device.GetProperty("name").GetString());
        Assert.Equal("master", device.GetProperty("role").GetString());
        Assert.True(device.GetProperty("simulated").GetBoolean());
        Assert.Equal(8000, device.GetProperty("uptime_ms").GetInt64());
        JsonElement bank = status.GetProperty("bank");
        Assert.Equal(2, bank.GetProperty("live").GetInt32());
        Assert.Equal(bench.Monitor.Bank.VoltageMv, bank.GetProperty("voltage_mv").GetInt32());
        Assert.Equal(bench.Monitor.Bank.CurrentMa, bank.GetProperty("current_ma").GetInt32());
        Assert.Equal(bench.Monitor.Bus.Counters.Polls, status.GetProperty("stats").GetProperty("polls").GetInt32());
        JsonElement second = status.GetProperty("batteries")[1];
        Battery battery = bench.Monitor.Bus.Batteries[1];
        Assert.Equal("CBB112810002", second.GetProperty("serial").GetString());
        Assert.Equal(Convert.ToHexStringLower(battery.Serial), second.GetProperty("serial_hex").GetString());
        Assert.Equal("live", second.GetProperty("state").GetString());
        Assert.Equal(battery.Values.AllCellMv(), second.GetProperty("cell_mv").EnumerateArray().Select(cell => cell.GetInt32()));
        Assert.Equal(battery.Values.AllBoardC(), second.GetProperty("board_c").EnumerateArray().Select(cell => cell.GetInt32()));
    }

    [Fact]
    public void Status_leaves_out_what_is_not_known()
    {
        JsonElement status = new PageBench(batteries: 0).Pass(100).GetJson("/api/status");

        Assert.False(status.GetProperty("bank").TryGetProperty("soc_permille", out _));
        Assert.Equal(0, status.GetProperty("batteries").GetArrayLength());
    }

    [Fact]
    public void Every_reading_with_a_key_is_in_the_status_of_its_scope_or_unknown()
    {
        PageBench bench = new PageBench().Pass(8000);
        JsonElement status = bench.GetJson("/api/status");

        foreach (ReadingId id in Enumerable.Range(0, (int)ReadingId.Count).Select(row => (ReadingId)row).Where(ReadingTable.HasKey))
        {
            Check(bench, id, ReadingScope.Bank, ReadingScope.Bank, status.GetProperty("bank"));
            Check(bench, id, ReadingScope.Bus, ReadingScope.Bus, status.GetProperty("stats"));
            Check(
                bench, id, ReadingScope.Battery | ReadingScope.Cell | ReadingScope.Board, ReadingScope.Battery, status.GetProperty("batteries")[0]);
        }
    }

    [Fact]
    public void Status_of_16_batteries_with_names_and_alarms_is_whole()
    {
        PageBench bench = new(batteries: 16);
        for (int i = 0; i < 16; i++)
        {
            byte[] name = Encoding.UTF8.GetBytes("\"back\\slash\" \u00e9\u00e9");
            Assert.True(bench.Monitor.Settings.SetName(bench.Batteries.All[i].Serial.ToArray(), 0, name, 0, name.Length));
            bench.Batteries.All[i].Model.CurrentMa = -30000;
        }

        bench.Monitor.Settings.Set(SettingId.CellLowAlarm, 3400);
        bench.Monitor.Settings.Set(SettingId.CellLowWarn, 3450);
        bench.Pass(30000);

        JsonElement status = bench.GetJson("/api/status");

        Assert.Equal(16, status.GetProperty("batteries").GetArrayLength());
        Assert.All(status.GetProperty("batteries").EnumerateArray(), b => Assert.Equal("\"back\\slash\" \u00e9\u00e9", b.GetProperty("name").GetString()));
        JsonElement alarms = status.GetProperty("bank").GetProperty("alarms");
        Assert.Equal(bench.Monitor.Alarms.Count, alarms.GetArrayLength());
        Assert.InRange(alarms.GetArrayLength(), 8, 24);
        JsonElement first = alarms[0];
        Assert.Equal(3400, first.GetProperty("limit").GetInt32());
        Assert.Equal("alarm", first.GetProperty("severity").GetString());
        Assert.False(first.GetProperty("seen").GetBoolean());
    }

    [Fact]
    public void Battery_has_the_bytes_that_nobody_has_decoded_as_decode_tells_them()
    {
        PageBench bench = new PageBench().Pass(8000);
        byte[] reply = Convert.FromHexString(Frames.DataHex);
        for (int i = 0; i < reply.Length; i++)
        {
            reply[i] = (byte)(0xA0 + i);
        }

        bench.Monitor.Bus.Batteries[1].Values.Decode(reply);

        JsonElement unknown = bench.GetJson("/api/status").GetProperty("batteries")[1].GetProperty("unknown");

        Assert.Equal("""{"7":"a7","8-14":"a8a9aaabacadae","21-22":"b5b6","45-48":"cdcecfd0"}""", unknown.GetRawText());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(999999)]
    [InlineData(1000000)]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    [InlineData(-10)]
    [InlineData(-1000000)]
    [InlineData(-int.MaxValue)]
    public void Number_of_any_length_is_whole(int value)
    {
        PageBench bench = new PageBench().Pass(8000);
        Telemetry values = bench.Monitor.Bus.Batteries[0].Values;
        values.CurrentMa = value;
        values.VoltageMv = -1000;

        JsonElement battery = bench.GetJson("/api/status").GetProperty("batteries")[0];

        Assert.Equal(value, battery.GetProperty("current_ma").GetInt32());
        Assert.Equal(uint.MaxValue - 999, battery.GetProperty("voltage_mv").GetInt64());
        Assert.Equal(-(long)value, battery.GetProperty("power_mw").GetInt64());
    }

    [Fact]
    public void Serial_of_any_bytes_and_all_rules_that_a_reply_breaks_are_told()
    {
        PageBench bench = new PageBench().Pass(8000);
        Battery first = bench.Monitor.Bus.Batteries[0];
        first.Name("C\x01\"112810001"u8.ToArray(), 0);
        first.Values.Broken = Enum.GetValues<ReplyRules>().Aggregate((all, rule) => all | rule);

        JsonElement battery = bench.GetJson("/api/status").GetProperty("batteries")[0];

        Assert.Equal("C\\x01\"112810001", battery.GetProperty("serial").GetString());
        Assert.Equal(Table.Words(ReadingId.Broken), battery.GetProperty("broken").EnumerateArray().Select(rule => rule.GetString()));
        Assert.False(battery.GetProperty("consistent").GetBoolean());
    }

    [Theory]
    [InlineData(ReadingScope.Bank)]
    [InlineData(ReadingScope.Battery)]
    [InlineData(ReadingScope.Alarm)]
    [InlineData(ReadingScope.Bus)]
    public void Part_with_the_longest_values_that_can_be_fits(ReadingScope scope)
    {
        ReadingScope rows = scope == ReadingScope.Battery ? scope | ReadingScope.Cell | ReadingScope.Board : scope;
        ILookup<bool, int> lengths = Table.All.Where(id => ReadingTable.IsOf(id, rows) && ReadingTable.HasKey(id))
            .ToLookup(id => ReadingTable.Form(id) == ReadingForm.Text || ReadingTable.Items(id) > 1, Longest);

        int unknown = scope == ReadingScope.Battery ? WebTexts.Length(WebText.UnknownBytes) : 0;
        int longest = scope == ReadingScope.Alarm ? lengths.Sum(part => part.Sum()) : lengths.Max(part => part.Sum() + (part.Key ? unknown : 0));

        // Behind it there is a brace, or the beginning of the alarms.
        Assert.InRange(longest, 100, HttpServer.MaxPartLength - 12);
    }

    // With what stands around it. A text is a name or a serial with nothing but quotes, or one of the product's own.
    private static int Longest(ReadingId id) => Table.Text(ReadingTable.Member(id)).Length + ReadingTable.Form(id) switch
    {
        ReadingForm.Text => Readings.MaxText + 2,
        _ when ReadingTable.Items(id) > 1 => ReadingTable.Items(id) * ("-32768".Length + 1) + 1,
        ReadingForm.Flag => "false".Length,
        ReadingForm.Choice => Table.Words(id).Max(word => word.Length) + 2,
        ReadingForm.Set => Table.Words(id).Sum(word => word.Length + 3) + 1,
        _ => ReadingTable.Unit(id) switch
        {
            ReadingUnit.Charge or ReadingUnit.Share => "1000".Length,
            ReadingUnit.Minutes => Bank.MaxMinutes.ToString().Length,
            ReadingUnit.Watts => "-4611686018427387".Length,
            ReadingUnit.AmpereHours or ReadingUnit.KilowattHours => (long.MaxValue / 7_200_000).ToString().Length,
            // Of a hundred years.
            ReadingUnit.Seconds => 13,
            _ when id is ReadingId.Number or ReadingId.BusId or ReadingId.WeakCell or ReadingId.WeakBattery => 3,
            _ => int.MinValue.ToString().Length,
        },
    };

    private static void Check(PageBench bench, ReadingId id, ReadingScope rows, ReadingScope scope, JsonElement found)
    {
        if (!ReadingTable.IsOf(id, rows))
        {
            return;
        }

        string key = Table.Key(id);
        bool isKnown = ReadingTable.Form(id) == ReadingForm.Text
            ? bench.Monitor.Readings.CopyText(id, 0, new byte[Readings.MaxText], 0) > 0
            : Table.Value(bench.Monitor.Readings, id, scope, 0, bench.NowMs) != Reading.Unknown;
        Assert.Equal(isKnown, found.TryGetProperty(key, out _));
    }
}
