using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Display;

public class BankPageTests
{
    [Fact]
    public void Discharging()
    {
        Rig rig = Live(batteries: 3);
        Set(rig.Monitor.Bank, soc: 732, mv: 13237, ma: -13810, minMv: 3308);
        rig.Monitor.Bank.Put(nameof(Bank.ToEmptyMinutes), 379);

        PagePicture.Check("bank", rig, PageKind.Bank);
    }

    [Fact]
    public void Charging_when_nearly_full_the_highest_cell_is_the_one_to_watch()
    {
        Rig rig = Live(batteries: 3);
        Set(rig.Monitor.Bank, soc: 961, mv: 13620, ma: 37500, minMv: 3395);
        rig.Monitor.Bank.Put(nameof(Bank.CellMaxMv), 3492);
        rig.Monitor.Bank.Put(nameof(Bank.CellMaxBattery), 2);
        rig.Monitor.Bank.Put(nameof(Bank.CellMaxCell), 4);
        rig.Monitor.Bank.Put(nameof(Bank.ToFullMinutes), 7);

        PagePicture.Check("bank-charging", rig, PageKind.Bank);
    }

    [Fact]
    public void At_rest_a_single_battery_has_little_to_say()
    {
        Rig rig = Live(batteries: 1);
        Set(rig.Monitor.Bank, soc: 547, mv: 13180, ma: -40, minMv: 3294);

        PagePicture.Check("bank-at-rest", rig, PageKind.Bank);
    }

    [Fact]
    public void Full_in_series_at_the_highest_current_with_an_alarm()
    {
        Rig rig = Live(batteries: 4, BankWiring.Series);
        rig.Virtual[1].Model.SetCellOffset(2, -950);
        rig.RunFor(9000);
        Set(rig.Monitor.Bank, soc: 1000, mv: 53408, ma: -32800, minMv: 2384);
        rig.Monitor.Bank.Put(nameof(Bank.ToEmptyMinutes), 73);

        PagePicture.Check("bank-full", rig, PageKind.Bank);
    }

    [Fact]
    public void Empty_with_a_time_to_full_that_nobody_knows_yet()
    {
        Rig rig = Live(batteries: 1, socPermille: 0);
        rig.RunFor(9000);
        Set(rig.Monitor.Bank, soc: 0, mv: 9870, ma: 130, minMv: 2412);

        PagePicture.Check("bank-empty", rig, PageKind.Bank);
    }

    [Fact]
    public void Discharged_after_a_charge_the_time_left_is_not_known_yet()
    {
        Rig rig = Live(batteries: 3);
        Set(rig.Monitor.Bank, soc: 732, mv: 13237, ma: -13810, minMv: 3308);
        rig.Monitor.Bank.Put(nameof(Bank.MeanMa), 9000);

        PagePicture.Check("bank-turned", rig, PageKind.Bank);
    }

    [Fact]
    public void One_of_three_is_not_live()
    {
        Rig rig = Live(batteries: 3);
        Set(rig.Monitor.Bank, soc: 73, mv: 12804, ma: -9994, minMv: 3187);
        rig.Monitor.Bank.Put(nameof(Bank.LiveCount), 2);
        rig.Monitor.Bank.Put(nameof(Bank.ToEmptyMinutes), 59);

        PagePicture.Check("bank-2-of-3", rig, PageKind.Bank);
    }

    [Fact]
    public void Two_of_sixteen_are_not_live_and_the_others_carry_more_than_500_A()
    {
        Rig rig = Live(batteries: 16);
        Set(rig.Monitor.Bank, soc: 999, mv: 13352, ma: 524800, minMv: 3387);
        rig.Monitor.Bank.Put(nameof(Bank.CellMaxMv), 3512);
        rig.Monitor.Bank.Put(nameof(Bank.LiveCount), 14);
        rig.Monitor.Bank.Put(nameof(Bank.ToFullMinutes), 599);

        PagePicture.Check("bank-14-of-16", rig, PageKind.Bank);
    }

    [Fact]
    public void Sixteen_in_series_with_the_weakest_cell_in_the_last()
    {
        Rig rig = Live(batteries: 16, BankWiring.Series);
        Set(rig.Monitor.Bank, soc: 300, mv: 213632, ma: 3210, minMv: 3301);
        rig.Monitor.Bank.Put(nameof(Bank.CellMinBattery), 16);
        rig.Monitor.Bank.Put(nameof(Bank.ToFullMinutes), 5999);

        PagePicture.Check("bank-16", rig, PageKind.Bank);
    }

    [Fact]
    public void Separate_batteries_have_neither_one_voltage_nor_one_current()
    {
        PagePicture.Check("bank-separate", Live(batteries: 2, BankWiring.Separate), PageKind.Bank);
    }

    [Fact]
    public void String_with_a_member_missing_has_no_voltage()
    {
        Rig rig = Live(batteries: 2, BankWiring.Series);
        Set(rig.Monitor.Bank, soc: 446, mv: Reading.Unknown, ma: -21300, minMv: 3251);
        rig.Monitor.Bank.Put(nameof(Bank.LiveCount), 1);
        rig.Monitor.Bank.Put(nameof(Bank.PowerMw), Reading.Unknown);

        PagePicture.Check("bank-1-of-2", rig, PageKind.Bank);
    }

    [Theory]
    [InlineData(582, "bank-in-doubt")]
    [InlineData(1000, "bank-in-doubt-full")]
    public void Bank_with_a_state_of_charge_in_doubt_says_so_beside_it_and_tells_no_time(int soc, string name)
    {
        Rig rig = new Rig().With(batteries: 2).InDoubt(battery: 1);
        Set(rig.Monitor.Bank, soc, mv: 13352, ma: -150, minMv: 3338);
        rig.Monitor.Bank.Put(nameof(Bank.ToEmptyMinutes), 379);

        PagePicture.Check(name, rig, PageKind.Bank);
    }

    [Fact]
    public void Nothing_known()
    {
        Rig rig = Live(batteries: 2);
        Bank bank = rig.Monitor.Bank;
        bank.Put(nameof(Bank.LiveCount), 0);
        bank.Put(nameof(Bank.SocPermille), Reading.Unknown);
        bank.Put(nameof(Bank.VoltageMv), Reading.Unknown);
        bank.Put(nameof(Bank.CurrentMa), Reading.Unknown);
        bank.Put(nameof(Bank.PowerMw), Reading.Unknown);
        bank.Put(nameof(Bank.CellMinMv), Reading.Unknown);

        PagePicture.Check("bank-unknown", rig, PageKind.Bank);
    }

    [Theory]
    [InlineData("SocPermille", 742)]
    [InlineData("SocPermille", 739)]
    [InlineData("VoltageMv", 13247)]
    [InlineData("VoltageMv", 12999)]
    [InlineData("CurrentMa", -13910)]
    [InlineData("CurrentMa", -9990)]
    [InlineData("PowerMw", -184000)]
    [InlineData("ToEmptyMinutes", 380)]
    [InlineData("ToEmptyMinutes", Reading.Unknown)]
    [InlineData("CellMinMv", 3298)]
    [InlineData("CellMinBattery", 3)]
    [InlineData("LiveCount", 2)]
    public void One_new_value_takes_no_more_than_300_bytes(string field, int value)
    {
        const int CommandBytes = 7;
        Rig rig = Live(batteries: 3);
        Bank bank = rig.Monitor.Bank;
        Set(bank, soc: 732, mv: 13237, ma: -13810, minMv: 3308);
        bank.Put(nameof(Bank.ToEmptyMinutes), 379);
        var buffer = new PageBuffer();
        var panel = new RecordingPanel();
        DrawAndFlush(rig, buffer, panel);
        panel.Writes.Clear();

        bank.Put(field, value);
        DrawAndFlush(rig, buffer, panel);

        Assert.InRange(panel.BytesSent + panel.Writes.Count * CommandBytes, 8, 300);
    }

    private static void DrawAndFlush(Rig rig, PageBuffer buffer, RecordingPanel panel)
    {
        PanelDisplay display = rig.Display;
        new PageBook(display.Monitor)
            .Draw(new Canvas(buffer), PageKind.Bank, -1, beat: false, rig.NowMs);
        buffer.Flush(panel);
    }

    private static Rig Live(int batteries, BankWiring wiring = BankWiring.Parallel, int socPermille = 800)
    {
        return new Rig(settings => settings.Set(SettingId.Wiring, (int)wiring)).With(batteries, socPermille).RunUntilLive();
    }

    private static void Set(Bank bank, int soc, int mv, int ma, int minMv)
    {
        bank.Put(nameof(Bank.SocPermille), soc);
        bank.Put(nameof(Bank.VoltageMv), mv);
        bank.Put(nameof(Bank.CurrentMa), ma);
        bank.Put(nameof(Bank.PowerMw), (int)((long)mv * ma / 1000));
        bank.Put(nameof(Bank.CellMinMv), minMv);
        bank.Put(nameof(Bank.CellMinBattery), 1);
        bank.Put(nameof(Bank.CellMinCell), 3);
    }
}
