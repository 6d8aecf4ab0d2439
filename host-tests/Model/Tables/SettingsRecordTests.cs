using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Model.Tables;

public class SettingsRecordTests
{
    private readonly VirtualFlash _store = new();

    [Fact]
    public void Record_of_settings_fits_the_buffer_that_the_days_lend() => Assert.InRange(SettingsCodec.MaxLength, 1, Days.RecordLength);

    [Fact]
    public void Settings_come_back_as_they_were_kept()
    {
        Settings full = Full();
        Assert.True(Record().Save(full));

        Settings loaded = Load(SettingsFound.Whole);

        IEnumerable<SettingId> all = Enumerable.Range(0, (int)SettingId.Count).Select(row => (SettingId)row);
        Assert.Equal(all.Select(id => Value(full, id)), all.Select(id => Value(loaded, id)));
        Assert.Equal(BatteryNames.Capacity, loaded.Names.Count);
        Assert.Equal(0, loaded.ReplacedCount);
    }

    [Fact]
    public void Empty_store_leaves_the_settings_as_they_are() =>
        Assert.Equal(3000, Load(SettingsFound.Nothing).Get(SettingId.PollInterval));

    [Fact]
    public void Write_that_was_cut_off_anywhere_leaves_the_settings_before_it()
    {
        SettingsRecord record = Record();
        record.Save(With(SettingId.PollInterval, 1000));
        record.Save(With(SettingId.PollInterval, 2000));
        byte[] whole = _store.Records["settings-b"];
        for (int length = 0; length < whole.Length; length += 7)
        {
            _store.Records["settings-b"] = whole[..length];
            Assert.Equal(1000, Load(SettingsFound.Whole).Get(SettingId.PollInterval));
            _store.Records["settings-b"] = [.. whole[..length], .. new byte[whole.Length - length]];
            Assert.InRange(Load(SettingsFound.Whole).Get(SettingId.PollInterval), 1000, 2000);
        }
    }

    [Fact]
    public void Record_that_is_not_ours_is_told_and_leaves_the_defaults()
    {
        _store.Records["settings-a"] = [1, 2, 3];
        Assert.Equal(3000, Load(SettingsFound.Unreadable).Get(SettingId.PollInterval));
    }

    [Fact]
    public void What_a_later_version_has_kept_is_not_lost_by_an_earlier_one()
    {
        byte[] buffer = new byte[SettingsCodec.MaxLength];
        byte[] later = [0x34, 0x12, 2, 0xAB, 0xCD];
        later.CopyTo(buffer, TwoSlotRecord.Header);
        new TwoSlotRecord(_store, "settings", 1).Save(buffer, buffer.Length);

        Assert.True(Record().Save(Full()));
        Assert.True(Record().Save(With(SettingId.Capacity, 45)));

        Assert.All(_store.Records.Values, kept => Assert.Equal(later, kept[TwoSlotRecord.Header..(TwoSlotRecord.Header + later.Length)]));
        Assert.Equal(45, Load(SettingsFound.Whole).Get(SettingId.Capacity));
    }

    [Fact]
    public void Kept_value_that_is_out_of_range_is_replaced_by_the_default_and_told()
    {
        byte[] entries = new byte[64];
        int end = SettingsCodec.Encode(With(SettingId.PollInterval, 250), entries, 0, entries.Length);
        entries[end - 4] = 249;

        var settings = new Settings();
        SettingsCodec.Decode(settings, entries, 0, end);

        Assert.Equal(3000, settings.Get(SettingId.PollInterval));
        Assert.True(settings.IsReplaced(SettingId.PollInterval));
    }

    [Fact]
    public void Entries_that_are_cut_off_or_noise_never_throw_and_leave_every_setting_in_its_range()
    {
        var random = new Random(1);
        for (int i = 0; i < 2000; i++)
        {
            byte[] entries = new byte[random.Next(200)];
            random.NextBytes(entries);
            for (int at = 0; at + 3 < entries.Length; at += 3 + entries[at + 2])
            {
                int tag = SettingsCodec.TagOf((SettingId)random.Next((int)SettingId.Count));
                (entries[at], entries[at + 1], entries[at + 2]) = ((byte)tag, (byte)(tag >> 8), (byte)random.Next(6));
            }

            var settings = new Settings();
            SettingsCodec.Decode(settings, entries, 0, entries.Length);
            Assert.All(Enumerable.Range(0, (int)SettingId.Count).Select(row => (SettingId)row).Where(id => !SettingTable.IsText(id)), id =>
                Assert.InRange(settings.Get(id), SettingTable.Min(id), SettingTable.Max(id)));
            Assert.Equal(SettingId.Count, SettingRules.FindConflict(settings));
        }
    }

    [Fact]
    public void Default_that_the_board_has_changed_and_the_owner_changes_back_is_kept()
    {
        Settings series = OfBoard();
        series.Set(SettingId.Wiring, (int)BankWiring.Parallel);
        Record().Save(series);

        Settings loaded = OfBoard();
        Record().Load(loaded);
        Assert.Equal(BankWiring.Parallel, loaded.Wiring);
    }

    [Fact]
    public void Store_that_refuses_is_told() =>
        Assert.False(new SettingsRecord(new VirtualFlash { BytesLeft = -1 }, new byte[SettingsCodec.MaxLength]).Save(Full()));

    private static Settings OfBoard()
    {
        var settings = new Settings();
        settings.ChangeDefault(SettingId.Wiring, (int)BankWiring.Series);
        return settings;
    }

    private SettingsRecord Record() => new(_store, new byte[SettingsCodec.MaxLength]);

    private Settings Load(SettingsFound found)
    {
        var settings = new Settings();
        Assert.Equal(found, Record().Load(settings));
        return settings;
    }

    private static Settings With(SettingId id, int value)
    {
        var settings = new Settings();
        Assert.True(settings.Set(id, value));
        return settings;
    }

    // As much as can be: everything is another than the default, every text as long as it may be.
    private static Settings Full()
    {
        var settings = new Settings();
        for (SettingId id = 0; id < SettingId.Count; id++)
        {
            byte[] text = [.. Enumerable.Repeat((byte)'x', SettingTable.IsText(id) ? SettingTable.Max(id) : 0)];
            int value = SettingTable.Default(id) + (SettingTable.Default(id) < SettingTable.Max(id) ? 1 : -1);
            Assert.True(SettingTable.IsText(id) ? settings.SetText(id, text, 0, text.Length) : settings.Set(id, value));
        }

        for (int i = 0; i < BatteryNames.Capacity; i++)
        {
            byte[] serial = new byte[MessageFormat.SerialLength];
            serial[0] = (byte)i;
            settings.SetName(serial, 0, [.. Enumerable.Repeat((byte)'n', BatteryNames.MaxLength)], 0, BatteryNames.MaxLength);
        }

        return settings;
    }

    private static string Value(Settings settings, SettingId id)
    {
        byte[] buffer = new byte[255];
        return SettingTable.IsText(id) ? Convert.ToHexString(buffer, 0, settings.CopyText(id, buffer, 0)) : $"{settings.Get(id)}";
    }
}
