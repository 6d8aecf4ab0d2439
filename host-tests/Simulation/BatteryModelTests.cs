using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

public sealed class BatteryModelTests
{
    private const long HourUs = 3_600_000_000;

    [Fact]
    public void Charge_of_4_A_for_an_hour_is_a_tenth_of_40_Ah()
    {
        BatteryModel model = Charged(500, currentMa: 4000);
        model.AdvanceTo(HourUs);

        Assert.Equal(600, model.SocPermille);
        Assert.Equal(153, model.SocByte);
    }

    [Fact]
    public void Discharge_ends_at_nothing_and_a_charge_at_full()
    {
        BatteryModel model = Charged(100, currentMa: -40_000);
        model.AdvanceTo(HourUs);
        Assert.Equal((0, 0), (model.SocPermille, model.SocByte));

        model.CurrentMa = 80_000;
        model.AdvanceTo(2 * HourUs);
        Assert.Equal((1000, 255), (model.SocPermille, model.SocByte));
    }

    [Fact]
    public void Current_counts_from_when_it_was_set()
    {
        var clock = new VirtualClock();
        BatteryModel model = Charged(500, currentMa: 0);
        model.Clock = clock;
        clock.NowUs = 10 * HourUs;
        model.CurrentMa = 4000;
        clock.NowUs = 11 * HourUs;

        model.AdvanceTo(clock.NowUs);

        Assert.Equal(600, model.SocPermille);
    }

    [Theory]
    [InlineData(0, 2600, 2800)]
    [InlineData(100, 3150, 3250)]
    [InlineData(500, 3280, 3320)]
    [InlineData(900, 3320, 3350)]
    [InlineData(1000, 3380, 3450)]
    public void Cell_groups_stand_where_lithium_iron_phosphate_does(int socPermille, int fromMv, int toMv) =>
        Assert.All(Charged(socPermille, 0).CellMv, mv => Assert.InRange(mv, fromMv, toMv));

    [Fact]
    public void Cells_rise_under_charge_and_sag_under_load()
    {
        int rest = Charged(500, 0).CellMv[0];

        Assert.Equal(rest + 60, Charged(500, 20_000).CellMv[0]);
        Assert.Equal(rest - 60, Charged(500, -20_000).CellMv[0]);
    }

    [Fact]
    public void Battery_warms_up_under_load_and_cools_down_to_its_surroundings()
    {
        BatteryModel model = Charged(1000, currentMa: -20_000);
        model.AmbientC = -10;
        model.AdvanceTo(HourUs);
        Assert.InRange(model.CellC[1], -8, 0);
        Assert.True(model.BoardC[0] >= model.CellC[1]);

        model.CurrentMa = 0;
        model.AdvanceTo(20 * HourUs);
        Assert.Equal(-10, model.CellC[1]);
    }

    [Fact]
    public void Second_current_follows_the_first_slowly()
    {
        BatteryModel model = Charged(500, currentMa: 228);
        model.AdvanceTo(3_000_000);
        Assert.InRange(model.Current2Ma, 100, 150);
        model.AdvanceTo(60_000_000);
        Assert.Equal(228, model.Current2Ma);
    }

    [Fact]
    public void Gauge_can_be_off_and_a_cell_group_weak()
    {
        BatteryModel model = Charged(200, 0);
        model.GaugeErrorPermille = 796;
        model.SetCellOffset(2, -150);
        model.AdvanceTo(1);

        Assert.Equal(253, model.SocByte);
        Assert.Equal(model.CellMv.Min(), model.CellMv[2]);
        Assert.True(model.CellMv.Max() - model.CellMv[2] > 100);
    }

    private static BatteryModel Charged(int socPermille, int currentMa)
    {
        var model = new BatteryModel(socPermille, new Random(1)) { CurrentMa = currentMa };
        model.AdvanceTo(0);
        return model;
    }
}
