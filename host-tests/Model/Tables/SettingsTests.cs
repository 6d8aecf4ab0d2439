using System.Text;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Model.Tables;

public class SettingsTests
{
    private readonly Settings _settings = new();

    [Theory]
    [InlineData(SettingId.PollInterval, 249)]
    [InlineData(SettingId.PollInterval, 60001)]
    [InlineData(SettingId.Wiring, -1)]
    [InlineData(SettingId.Wiring, 3)]
    [InlineData(SettingId.ChargeCold, int.MinValue)]
    [InlineData(SettingId.DeviceName, 0)]
    public void Value_out_of_range_is_refused_and_nothing_changes(SettingId id, int value)
    {
        int before = _settings.Get(id);
        int revision = _settings.Revision;
        Assert.False(_settings.Set(id, value));
        Assert.Equal((before, revision), (_settings.Get(id), _settings.Revision));
    }

    [Fact]
    public void Value_at_an_end_of_its_range_is_taken_and_told_by_the_revision()
    {
        int revision = _settings.Revision;
        Assert.True(_settings.Set(SettingId.PollInterval, 250));
        Assert.True(_settings.Set(SettingId.PollInterval, 60000));
        Assert.Equal((60000, revision + 2), (_settings.Get(SettingId.PollInterval), _settings.Revision));
    }

    [Fact]
    public void Default_of_the_board_that_is_out_of_range_is_replaced_and_told()
    {
        _settings.ChangeDefault(SettingId.PollInterval, 100);
        Assert.Equal(3000, _settings.Get(SettingId.PollInterval));
        Assert.True(_settings.IsReplaced(SettingId.PollInterval));
        Assert.Equal(1, _settings.ReplacedCount);
    }

    [Theory]
    [InlineData(SettingId.CellHighWarn, 3901, SettingId.CellHighWarn)]
    [InlineData(SettingId.CellLowAlarm, 2801, SettingId.CellLowAlarm)]
    [InlineData(SettingId.CellLowWarn, 3600, SettingId.CellLowWarn)]
    [InlineData(SettingId.CellHotWarn, 61, SettingId.CellHotWarn)]
    [InlineData(SettingId.ChargeCold, 50, SettingId.ChargeCold)]
    [InlineData(SettingId.BoardHotWarn, 86, SettingId.BoardHotWarn)]
    [InlineData(SettingId.SocLowAlarm, 21, SettingId.SocLowAlarm)]
    public void Limits_that_contradict_one_another_are_found_by_name_and_replaced(SettingId id, int value, SettingId found)
    {
        Assert.True(_settings.Set(id, value));
        Assert.Equal(found, SettingRules.FindConflict(_settings));

        SettingRules.Repair(_settings);

        Assert.Equal(SettingId.Count, SettingRules.FindConflict(_settings));
        Assert.Equal(SettingTable.Default(id), _settings.Get(id));
        Assert.True(_settings.IsReplaced(id));
        Assert.True(_settings.IsReplaced(SettingRules.HigherThan(found)));
    }

    [Theory]
    [InlineData(SettingId.CellHighWarn, 3900)]
    [InlineData(SettingId.CellLowAlarm, 2800)]
    [InlineData(SettingId.CellLowWarn, 3599)]
    [InlineData(SettingId.CellHotWarn, 60)]
    [InlineData(SettingId.ChargeCold, 49)]
    [InlineData(SettingId.BoardHotWarn, 85)]
    [InlineData(SettingId.SocLowAlarm, 20)]
    public void Limits_that_are_just_in_order_stay(SettingId id, int value)
    {
        Assert.True(_settings.Set(id, value));
        SettingRules.Repair(_settings);
        Assert.Equal((value, 0), (_settings.Get(id), _settings.ReplacedCount));
    }

    [Theory]
    [InlineData(SettingId.CellHighWarn, 65535)]
    [InlineData(SettingId.CellLowWarn, 0)]
    [InlineData(SettingId.CellHotWarn, 127)]
    [InlineData(SettingId.SocLowWarn, 0)]
    public void Limit_that_is_switched_off_contradicts_none(SettingId id, int value)
    {
        Assert.True(_settings.Set(id, value));
        Assert.Equal(SettingId.Count, SettingRules.FindConflict(_settings));
    }

    [Fact]
    public void Default_of_a_board_that_contradicts_another_is_replaced_by_the_tables()
    {
        _settings.ChangeDefault(SettingId.CellLowAlarm, 3500);
        SettingRules.Repair(_settings);
        Assert.Equal((2500, 2800), (_settings.Get(SettingId.CellLowAlarm), _settings.Get(SettingId.CellLowWarn)));
        Assert.True(_settings.IsReplaced(SettingId.CellLowAlarm));
    }

    [Fact]
    public void Text_is_kept_as_far_as_it_goes_and_no_further()
    {
        Assert.True(SetText(SettingId.DeviceName, "Boot"));
        Assert.Equal("Boot", Text(SettingId.DeviceName));
        Assert.True(SetText(SettingId.DeviceName, new string('n', 24)));
        Assert.False(SetText(SettingId.DeviceName, new string('n', 25)));
        Assert.False(SetText(SettingId.DeviceName, "two\nlines"));
        Assert.Equal(new string('n', 24), Text(SettingId.DeviceName));
        Assert.Equal("valencenano", Text(SettingId.MqttPrefix));
        Assert.True(_settings.IsDefault(SettingId.MqttPrefix));
        Assert.False(_settings.IsDefault(SettingId.DeviceName));
    }

    [Fact]
    public void Name_is_of_its_serial_and_an_empty_one_takes_it_away()
    {
        for (int i = 0; i < BatteryNames.Capacity; i++)
        {
            Assert.True(SetName(i, $"name {i}"));
        }

        Assert.False(SetName(99, "one too many"));
        Assert.False(SetName(3, new string('n', BatteryNames.MaxLength + 1)));
        Assert.Equal("name 3", Name(3));

        Assert.True(SetName(3, ""));
        Assert.Equal("", Name(3));
        Assert.Equal("name 15", Name(15));
        Assert.True(SetName(99, "now there is room"));
    }

    private bool SetText(SettingId id, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return _settings.SetText(id, bytes, 0, bytes.Length);
    }

    private string Text(SettingId id)
    {
        byte[] buffer = new byte[255];
        return Encoding.UTF8.GetString(buffer, 0, _settings.CopyText(id, buffer, 0));
    }

    private static byte[] Serial(int number) => Encoding.ASCII.GetBytes($"{number:000000000000}");

    private bool SetName(int number, string name)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        return _settings.SetName(Serial(number), 0, bytes, 0, bytes.Length);
    }

    private string Name(int number)
    {
        byte[] buffer = new byte[BatteryNames.MaxLength];
        return Encoding.UTF8.GetString(buffer, 0, _settings.Names.Copy(Serial(number), buffer, 0));
    }
}
