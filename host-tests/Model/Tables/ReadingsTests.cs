using System.Reflection;
using System.Text;
using ValenceNano.HostTests.Display;
using ValenceNano.HostTests.Protocol;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Model.Tables;

public class ReadingsTests
{
    private readonly Rig _rig = Rig.Running(batteries: 2, currentMa: -5000);

    private Readings Readings => _rig.Monitor.Readings;

    [Fact]
    public void Bank_that_is_live_tells_what_it_combines()
    {
        _rig.RunUntilLive();
        Bank bank = _rig.Monitor.Bank;
        Assert.Equal(2, OfBank(ReadingId.Batteries));
        Assert.Equal(2, OfBank(ReadingId.Live));
        Assert.Equal(bank.VoltageMv, OfBank(ReadingId.Voltage));
        Assert.Equal(bank.CurrentMa, OfBank(ReadingId.Current));
        Assert.Equal(0, OfBank(ReadingId.ChargePower));
        Assert.Equal(-bank.PowerMw, OfBank(ReadingId.DischargePower));
        Assert.Equal(bank.CellMaxMv - bank.CellMinMv, OfBank(ReadingId.CellSpread));
        Assert.Equal(80 * bank.SocPermille, OfBank(ReadingId.Remaining));
    }

    [Fact]
    public void Reading_of_cells_has_a_value_each()
    {
        int[] cellMv = _rig.Batteries[1].Values.AllCellMv();
        Assert.Equal(cellMv, Enumerable.Range(0, 4).Select(item => (int)ReplyReadings.Item(Readings.Values(1), ReadingId.CellVoltage, item)));
        Assert.Equal(cellMv[0], Table.Value(Readings, ReadingId.CellVoltage, ReadingScope.Battery, 1, _rig.NowMs));
    }

    [Theory]
    [InlineData(-5000, 0, 66500)]
    [InlineData(0, 0, 0)]
    [InlineData(5000, 66500, 0)]
    public void Power_is_told_with_its_sign_and_each_way_by_itself(int currentMa, int chargeMw, int dischargeMw)
    {
        Telemetry values = _rig.Batteries[1].Values;
        values.VoltageMv = 13300;
        values.CurrentMa = currentMa;

        Readings.Fetch(ReadingScope.Battery, 1, _rig.NowMs);

        long[] fetched = Readings.Fetched;
        Assert.Equal(
            (chargeMw - dischargeMw, chargeMw, dischargeMw),
            (fetched[(int)ReadingId.Power], fetched[(int)ReadingId.ChargePower], fetched[(int)ReadingId.DischargePower]));
    }

    [Fact]
    public void Battery_without_values_is_unknown_but_for_who_it_is()
    {
        Rig rig = new Rig().With(batteries: 1);
        while (rig.Batteries.Count == 0)
        {
            rig.RunFor(1);
        }

        ReadingId[] known = [.. Table.All.Where(id => ReadingTable.IsOf(id, ReadingScope.Battery)
            && ReadingTable.Form(id) != ReadingForm.Text
            && Table.Value(rig.Monitor.Readings, id, ReadingScope.Battery, 0, rig.NowMs) != Reading.Unknown)];
        Assert.Equal([ReadingId.Number, ReadingId.BusId, ReadingId.State, ReadingId.Problem], known);
    }

    [Fact]
    public void Unknown_bank_tells_only_how_many_batteries_there_are_and_that_nothing_is_wrong()
    {
        var rig = new Rig();
        ReadingId[] known = [.. Table.All.Where(id => ReadingTable.IsOf(id, ReadingScope.Bank)
            && ReadingTable.Form(id) != ReadingForm.Text
            && Table.Value(rig.Monitor.Readings, id, ReadingScope.Bank, 0, 0) != Reading.Unknown)];
        Assert.Equal([ReadingId.Batteries, ReadingId.Live, ReadingId.Problem], known);
    }

    [Theory]
    [InlineData(ReadingScope.Bank)]
    [InlineData(ReadingScope.Battery)]
    [InlineData(ReadingScope.Alarm)]
    [InlineData(ReadingScope.Bus)]
    public void Fetching_leaves_nothing_of_what_was_fetched_before(ReadingScope scope)
    {
        const long before = -123456789;
        _rig.EmptyCell(battery: 1);
        Array.Fill(Readings.Fetched, before);

        Readings.Fetch(scope, 0, _rig.NowMs);

        Assert.DoesNotContain(
            Table.All,
            id => ReadingTable.IsOf(id, scope) && ReadingTable.Form(id) != ReadingForm.Text && Readings.Fetched[Readings.Slot(id)] == before);
    }

    [Fact]
    public void Bank_was_last_seen_with_its_newest_values_where_the_time_of_day_is_known()
    {
        const long utcAtZeroMs = 1_795_000_000_000;
        _rig.RunUntilLive();
        Assert.Equal(Reading.Unknown, OfBank(ReadingId.LastSeen));

        _rig.Monitor.Logbook.Wall.Set(utcAtZeroMs + _rig.NowMs, 0, _rig.NowMs);

        long[] valuesMs = [_rig.Batteries[0].ValuesMs, _rig.Batteries[1].ValuesMs];
        Assert.NotEqual(valuesMs[0], valuesMs[1]);
        Assert.Equal(utcAtZeroMs + valuesMs.Max(), OfBank(ReadingId.LastSeen));
        Assert.Equal(utcAtZeroMs + valuesMs[0], Table.Value(Readings, ReadingId.LastSeen, ReadingScope.Battery, 0, _rig.NowMs));
    }

    [Fact]
    public void Serial_is_told_as_text_and_as_hex_and_a_name_where_there_is_one()
    {
        byte[] serial = _rig.Batteries[0].Serial;
        Assert.Equal("CBB112810010", Text(ReadingId.Serial, 0));
        Assert.Equal(Convert.ToHexStringLower(serial), Text(ReadingId.SerialHex, 0));
        Assert.Equal("", Text(ReadingId.Name, 0));

        Assert.True(_rig.Monitor.Settings.SetName(serial, 0, "Bug"u8.ToArray(), 0, 3));
        Assert.Equal("Bug", Text(ReadingId.Name, 0));
        Assert.Equal("", Text(ReadingId.Name, 1));
    }

    [Fact]
    public void Alarm_tells_what_where_and_since_when_it_is_over()
    {
        _rig.EmptyCell(battery: 1);
        Assert.Equal(1, Readings.CountOf(ReadingScope.Alarm));
        Assert.Equal(("cell_low", "mV"), (Text(ReadingId.AlarmKind, 0), Text(ReadingId.AlarmUnit, 0)));
        Assert.Equal((2, 3, 1), (OfAlarm(ReadingId.AlarmBattery), OfAlarm(ReadingId.AlarmCell), OfAlarm(ReadingId.AlarmSeverity)));
        Assert.InRange(OfAlarm(ReadingId.AlarmValue), 2000, 2499);
        Assert.Equal((2500, 0, 0), (OfAlarm(ReadingId.AlarmLimit), OfAlarm(ReadingId.AlarmSeen), OfAlarm(ReadingId.AlarmOver)));
        Assert.Equal(Reading.Unknown, OfAlarm(ReadingId.AlarmOverTime));
        Assert.StartsWith("B2 cell 3 2.", Text(ReadingId.AlarmText, 0), StringComparison.Ordinal);

        _rig.Virtual[1].Model.SetCellOffset(2, 0);
        _rig.RunFor(20_000);
        Assert.Equal(1, OfAlarm(ReadingId.AlarmOver));
        Assert.InRange(OfAlarm(ReadingId.AlarmOverTime), 10_000, 20_000);
        Assert.EndsWith(", over", Text(ReadingId.AlarmText, 0), StringComparison.Ordinal);
    }

    [Fact]
    public void Alarm_without_a_limit_tells_none()
    {
        _rig.Virtual[1].IsPlugged = false;
        _rig.RunFor(60_000);

        Assert.Equal("battery_lost", Text(ReadingId.AlarmKind, 0));
        Assert.Equal("", Text(ReadingId.AlarmUnit, 0));
        Assert.Equal((2, Reading.Unknown), (OfAlarm(ReadingId.AlarmBattery), OfAlarm(ReadingId.AlarmCell)));
        Assert.Equal((Reading.Unknown, Reading.Unknown), (OfAlarm(ReadingId.AlarmValue), OfAlarm(ReadingId.AlarmLimit)));
    }

    [Fact]
    public void Bus_tells_each_counter_under_its_name()
    {
        BusCounters counters = _rig.Monitor.Bus.Counters;
        PropertyInfo[] properties = [.. typeof(BusCounters).GetProperties().Where(property => property.PropertyType == typeof(int))];
        for (int i = 0; i < properties.Length; i++)
        {
            properties[i].SetValue(counters, 1000 + i);
        }

        Assert.Equal(ReadingId.Uptime - ReadingId.Polls, properties.Length);
        Assert.All(properties, property => Assert.Equal(
            Convert.ToInt64(property.GetValue(counters)), Table.Value(Readings, Enum.Parse<ReadingId>(property.Name), ReadingScope.Bus, 0, _rig.NowMs)));
        Assert.Equal(_rig.NowMs / 60_000, Table.Value(Readings, ReadingId.Uptime, ReadingScope.Bus, 0, _rig.NowMs));
    }

    [Fact]
    public void Degree_in_a_text_is_utf8()
    {
        _rig.Virtual[0].Model.AmbientC = 70;
        _rig.RunFor(9000);
        Assert.Contains(" °C > ", Text(ReadingId.AlarmText, 0), StringComparison.Ordinal);
    }

    private long OfBank(ReadingId id) => Table.Value(Readings, id, ReadingScope.Bank, 0, _rig.NowMs);

    private long OfAlarm(ReadingId id) => Table.Value(Readings, id, ReadingScope.Alarm, 0, _rig.NowMs);

    private string Text(ReadingId id, int index)
    {
        byte[] buffer = new byte[Readings.MaxText];
        return Encoding.UTF8.GetString(buffer, 0, Readings.CopyText(id, index, buffer, 0));
    }
}
