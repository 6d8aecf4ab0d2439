using ValenceNano.Model;

namespace ValenceNano.HostTests.Model.History;

public class ExtremesTests
{
    private readonly BankRig _rig = new();
    private readonly RigBattery _battery;

    public ExtremesTests() => _battery = _rig.Add("A");

    [Fact]
    public void Highest_and_lowest_are_kept_until_they_are_set_back()
    {
        _battery.Say(socPermille: 500, cellMv: [3300, 3310, 3320, 3330], cellC: [20, 21, 22, 23]);
        _rig.Poll();
        _battery.Say(socPermille: 400, cellMv: [3200, 3210, 3400, 3230], cellC: [-5, 21, 22, 40]);
        _rig.Poll();
        _battery.Say(socPermille: 450, cellMv: [3300, 3300, 3300, 3300], cellC: [20, 20, 20, 20]);
        _rig.Poll();

        Assert.Equal((13040, 13260), (Get(ExtremeId.VoltageMin), Get(ExtremeId.VoltageMax)));
        Assert.Equal((3200, 3400), (Get(ExtremeId.CellMin), Get(ExtremeId.CellMax)));
        Assert.Equal((-5, 40), (Get(ExtremeId.CellMinC), Get(ExtremeId.CellMaxC)));
        Assert.Equal(400, Get(ExtremeId.SocMin));

        _rig.Logbook.ResetExtremes();
        Assert.Equal((Reading.Unknown, Reading.Unknown), (Get(ExtremeId.CellMinC), Get(ExtremeId.CellMaxC)));
        _rig.Poll();
        Assert.Equal((13200, 13200), (Get(ExtremeId.VoltageMin), Get(ExtremeId.VoltageMax)));
        Assert.Equal(451, Get(ExtremeId.SocMin));
    }

    [Fact]
    public void Battery_that_takes_anothers_place_in_the_midst_of_a_round_has_none_of_its_values()
    {
        var rig = new BankRig();
        rig.AddNameless().Say(cellMv: [3600, 3600, 3600, 3600]);
        rig.PollOnce();
        rig.ReplaceLast("B");
        rig.Pass(500);
        Assert.Equal(-1, rig.Logbook.EntryOf(rig.Batteries[0]));

        rig.Poll();
        Assert.Equal(3300, rig.Logbook.Extremes.Get(rig.Logbook.EntryOf(rig.Batteries[0]), ExtremeId.CellMax));
    }

    [Fact]
    public void Cycle_is_below_65_percent_and_then_above_90()
    {
        foreach (int permille in new[] { 950, 660, 950, 640, 880, 600, 890, 910, 950, 700, 950, 100, 1000 })
        {
            _battery.Say(socPermille: permille - 1);
            _rig.Poll(2);
        }

        Assert.Equal(2, Get(ExtremeId.Cycles));
    }

    [Fact]
    public void Gauge_that_jumps_has_set_itself_anew_but_not_over_a_silence()
    {
        _battery.Say(socPermille: 500);
        _rig.Poll(2);
        _battery.Say(socPermille: 525);
        _rig.Poll(2);
        Assert.Equal(0, Get(ExtremeId.Synchronisations));

        _battery.Say(socPermille: 999);
        _rig.Poll(2);
        Assert.Equal(1, Get(ExtremeId.Synchronisations));

        _battery.Answers = false;
        _rig.Poll(5);
        _battery.Answers = true;
        _battery.Say(socPermille: 300);
        _rig.Poll(2);
        Assert.Equal(1, Get(ExtremeId.Synchronisations));
    }

    [Fact]
    public void Count_stays_at_its_largest()
    {
        _rig.Poll();
        int entry = _rig.Logbook.EntryOf(_rig.Batteries[0]);
        for (int i = 0; i < 40_000; i++)
        {
            _rig.Logbook.Extremes.CountFullCharge(entry);
        }

        Assert.Equal(short.MaxValue - 1, Get(ExtremeId.FullCharges));
    }

    [Fact]
    public void Reset_of_the_extremes_is_no_synchronisation_and_no_cycle()
    {
        _battery.Say(socPermille: 950);
        _rig.Poll(5);
        _rig.Logbook.ResetExtremes();
        _rig.Poll(5);

        Assert.Equal((0, 0), (Get(ExtremeId.Synchronisations), Get(ExtremeId.Cycles)));
    }

    [Fact]
    public void Deepest_charge_of_an_empty_battery_is_0()
    {
        _battery.Say(socPermille: -1);
        _rig.Poll(5);

        Assert.Equal(0, _rig.Bank.SocPermille);
        Assert.Equal(0, Get(ExtremeId.SocMin));
    }

    private int Get(ExtremeId id) => _rig.Logbook.Extremes.Get(_rig.Logbook.EntryOf(_rig.Batteries[0]), id);
}
