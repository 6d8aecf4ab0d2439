using System.Text;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Model.Tables;

public class ReadingTableTests
{
    [Fact]
    public void Every_reading_has_a_row_with_a_label_and_a_name_for_programs()
    {
        Assert.All(Table.All, id =>
        {
            Assert.True(ReadingTable.IsOf(id, (ReadingScope)0xFF), $"{id} has no row.");
            Assert.NotEqual("", Table.Label(id));
            Assert.NotEqual("", Table.Key(id) + Table.Topic(id));
        });
    }

    [Theory]
    [InlineData(ReadingScope.Bank)]
    [InlineData(ReadingScope.Battery | ReadingScope.Cell | ReadingScope.Board)]
    [InlineData(ReadingScope.Bus)]
    [InlineData(ReadingScope.Alarm)]
    public void Key_and_a_topic_stand_once_in_a_scope(ReadingScope scope)
    {
        ReadingId[] ids = [.. Table.All.Where(id => ReadingTable.IsOf(id, scope))];
        AssertDistinct(ids.Select(Table.Key));
        AssertDistinct(ids.Select(Table.Topic));
    }

    [Theory]
    [InlineData("serial_hex", true)]
    [InlineData("serial_he", false)]
    [InlineData("serial_hey", false)]
    [InlineData("serial_hex_", false)]
    [InlineData("\":|", false)]
    [InlineData("", false)]
    public void Key_is_known_by_all_of_its_letters(string text, bool isKey) =>
        Assert.Equal(isKey, ReadingTable.IsKey(ReadingId.SerialHex, Encoding.ASCII.GetBytes($"\"{text}\""), 1, text.Length));

    [Theory]
    [InlineData(ReadingUnit.Volts, "V", 3)]
    [InlineData(ReadingUnit.Charge, "%", 1)]
    [InlineData(ReadingUnit.KilowattHours, "kWh", 6)]
    [InlineData(ReadingUnit.Celsius, "°C", 0)]
    [InlineData(ReadingUnit.Seconds, "s", 3)]
    public void Unit_has_its_text_and_its_decimals(ReadingUnit unit, string text, int decimals)
    {
        Assert.Equal(text, Table.Unit(unit));
        Assert.Equal(decimals, ReadingTable.Decimals(unit));
        Assert.InRange(ReadingTable.ShownDecimals(unit), 0, decimals);
    }

    [Fact]
    public void State_has_a_word_each_in_the_order_of_the_states()
    {
        string[] words = Table.Words(ReadingId.State);
        Assert.All(Enum.GetValues<BatteryState>(), state => Assert.Equal(Lower($"{state}"), words[(int)state]));
    }

    [Fact]
    public void Rule_of_replies_has_a_word_each()
    {
        int[] rules = [.. Enum.GetValues<ReplyRules>().Select(rule => (int)rule).Where(rule => rule != 0)];
        Assert.Equal(Enumerable.Range(0, Table.Words(ReadingId.Broken).Length).Select(bit => 1 << bit), rules);
    }

    [Theory]
    [InlineData(ReadingId.CellVoltage, Telemetry.CellCount)]
    [InlineData(ReadingId.BoardTemperature, Telemetry.BoardCount)]
    [InlineData(ReadingId.Voltage, 1)]
    public void Reading_has_as_many_values_as_there_are_sensors(ReadingId id, int items) => Assert.Equal(items, ReadingTable.Items(id));

    [Theory]
    [InlineData(ReadingId.Age, ReadingScope.Battery, ReadingForm.Number, ReadingUnit.Seconds)]
    [InlineData(ReadingId.Soc, ReadingScope.Bank | ReadingScope.Battery | ReadingScope.Reply, ReadingForm.Number, ReadingUnit.Charge)]
    [InlineData(ReadingId.LastSeen, ReadingScope.Bank | ReadingScope.Battery, ReadingForm.Time, ReadingUnit.None)]
    [InlineData(ReadingId.CellTemperature, ReadingScope.Cell | ReadingScope.Reply, ReadingForm.Number, ReadingUnit.Celsius)]
    [InlineData(ReadingId.BoardTemperature, ReadingScope.Board | ReadingScope.Reply, ReadingForm.Number, ReadingUnit.Celsius)]
    [InlineData(ReadingId.Broken, ReadingScope.Battery | ReadingScope.Reply, ReadingForm.Set, ReadingUnit.None)]
    [InlineData(ReadingId.EnergyOut, ReadingScope.Bank | ReadingScope.Battery, ReadingForm.Total, ReadingUnit.KilowattHours)]
    [InlineData(ReadingId.Yielded, ReadingScope.Bus, ReadingForm.Total, ReadingUnit.None)]
    [InlineData(ReadingId.AlarmSeverity, ReadingScope.Alarm, ReadingForm.Choice, ReadingUnit.None)]
    [InlineData(ReadingId.AlarmText, ReadingScope.Alarm, ReadingForm.Text, ReadingUnit.None)]
    public void Row_says_of_what_a_reading_is_its_form_and_its_unit(
        ReadingId id, ReadingScope scope, ReadingForm form, ReadingUnit unit)
    {
        Assert.Equal(scope, Enum.GetValues<ReadingScope>().Where(one => ReadingTable.IsOf(id, one)).Aggregate((all, one) => all | one));
        Assert.Equal(form, ReadingTable.Form(id));
        Assert.Equal(unit, ReadingTable.Unit(id));
    }

    private static string Lower(string name) =>
        string.Concat(name.Select((c, i) => (i > 0 && char.IsUpper(c) ? "_" : "") + char.ToLowerInvariant(c)));

    private static void AssertDistinct(IEnumerable<string> names)
    {
        string[] given = [.. names.Where(name => name.Length > 0)];
        Assert.Equal(given.Distinct(), given);
    }
}
