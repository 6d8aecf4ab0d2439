using System.Text;
using ValenceNano.Desktop;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Model.Tables;

public class SettingTableTests
{
    private static IEnumerable<SettingId> All => Enumerable.Range(0, (int)SettingId.Count).Select(row => (SettingId)row);

    [Fact]
    public void Every_setting_has_a_row_with_key_label_group_and_a_default_in_its_range()
    {
        Assert.All(All, id =>
        {
            Assert.NotEqual("", SettingText.Key(id));
            Assert.NotEqual("", SettingText.Label(id));
            Assert.NotEqual("", SettingText.Group(id));
            int value = SettingTable.Default(id);
            Assert.InRange(SettingTable.IsText(id) ? SettingTable.Texts.Length(value) : value, SettingTable.Min(id), SettingTable.Max(id));
        });
    }

    [Fact]
    public void There_are_as_many_keys_and_labels_as_settings() =>
        Assert.Equal(0, SettingTable.Texts.Length(SettingTable.Label(SettingId.Count))); // The words behind them begin with an empty one.

    [Fact]
    public void Key_stands_once_and_finds_its_setting()
    {
        Assert.All(All, id =>
        {
            byte[] key = Encoding.UTF8.GetBytes("=" + SettingText.Key(id));
            Assert.Equal(id, SettingTable.Find(key, 1, key.Length - 1));
            Assert.Equal(SettingId.Count, SettingTable.Find(key, 0, key.Length));
        });
    }

    [Fact]
    public void Tag_of_a_record_is_of_one_setting() =>
        Assert.Equal((int)SettingId.Count, All.Select(SettingsCodec.TagOf).Except([0, 0xFFFF]).Count());

    [Theory]
    [InlineData(SettingId.Wiring, "series|parallel|separate")]
    [InlineData(SettingId.RestPage, "round|bank")]
    [InlineData(SettingId.Web, "off|on")]
    [InlineData(SettingId.Mqtt, "off|on")]
    public void Choice_has_the_words_of_its_values_in_their_order(SettingId id, string words)
    {
        Assert.Equal(words.Replace("|", " | ", StringComparison.Ordinal), SettingText.Range(id));
        Assert.Equal(words.Split('|').Length - 1, SettingTable.Max(id));
    }

    [Fact]
    public void Words_of_the_wiring_are_the_names_of_its_values() =>
        Assert.Equal("Series|Parallel|Separate", string.Join('|', Enum.GetNames<BankWiring>()));
}
