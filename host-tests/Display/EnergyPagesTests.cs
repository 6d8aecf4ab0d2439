using ValenceNano.Display;
using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Display;

public class EnergyPagesTests
{
    private const int HourMs = 3_600_000;
    private const int FullMv = 3500;

    // So low that a group which was charged less stays behind.
    private const int JustFullMv = 3430;

    [Fact]
    public void Energy_of_two_batteries_over_an_evening()
    {
        Rig rig = new Rig().With(batteries: 2, currentMa: -4300).RunUntilLive();
        rig.RunFor(HourMs);
        rig.SetCurrents(11_900);
        rig.RunFor(2 * HourMs);
        PagePicture.Check("energy", rig, PageKind.Energy);
    }

    [Fact]
    public void Energy_of_years_fits_and_what_was_not_seen_is_said()
    {
        Rig rig = new Rig().With(batteries: 1, socPermille: 500, currentMa: -20_000).RunUntilLive();
        Battery battery = rig.Batteries[0];
        Logbook book = rig.Monitor.Logbook;
        for (long ms = -300L * 24 * HourMs; ms < battery.ValuesMs; ms += EnergyMeter.MinSilenceMs)
        {
            book.Energy.Take(book.EntryOf(battery), battery.Values, ms);
        }

        // Of today there is little.
        book.Energy.Claim(new long[EnergyMeter.Sums]);
        rig.RunFor(60_000);
        PagePicture.Check("energy-years", rig, PageKind.Energy);
    }

    [Fact]
    public void Energy_before_the_first_reply_is_not_known() =>
        PagePicture.Check("energy-unknown", new Rig().RunUntil(1000), PageKind.Energy);

    [Fact]
    public void Graph_of_a_day_with_a_night_asleep()
    {
        Rig rig = new Rig().With(batteries: 1, socPermille: 900, currentMa: -3000).RunUntilLive();
        rig.RunFor(6 * HourMs);
        rig.SetCurrents(0);
        rig.RunFor(5 * HourMs);
        rig.SetCurrents(4000);
        rig.RunFor(8 * HourMs);
        PagePicture.Check("graph", rig, PageKind.Graph);
    }

    [Fact]
    public void Graph_without_a_point_says_when_there_will_be_one() =>
        PagePicture.Check("graph-new", new Rig().With(batteries: 1).RunUntilLive(), PageKind.Graph);

    [Fact]
    public void Health_of_a_battery_with_a_weak_cell_which_is_the_weakest()
    {
        Rig rig = new Rig().With(batteries: 2).RunUntilLive();
        BatteryModel weak = rig.Virtual[1].Model;
        weak.Groups[2].CapacityMah = 10_000;
        Cycle(rig, -10_000);
        PagePicture.Check("health-weak", rig, PageKind.Health, batteryIndex: 1);
        PagePicture.Check("health-sound", rig, PageKind.Health, batteryIndex: 0);
    }

    [Fact]
    public void Health_says_what_is_still_needed()
    {
        Rig rig = new Rig().With(batteries: 1).RunUntilLive();
        PagePicture.Check("health-new", rig, PageKind.Health, batteryIndex: 0);

        Fill(rig, FullMv);
        rig.SetCurrents(-14_000);
        rig.RunFor(HourMs);
        PagePicture.Check("health-half", rig, PageKind.Health, batteryIndex: 0);
    }

    [Fact]
    public void Health_does_not_know_a_weak_cell_where_the_groups_were_apart_when_full()
    {
        Rig rig = new Rig().With(batteries: 1).RunUntilLive();
        rig.Virtual[0].Model.Groups[1].MissingMah += 4000;
        Cycle(rig, -10_000, JustFullMv);
        PagePicture.Check("health-unjudged", rig, PageKind.Health, batteryIndex: 0);
    }

    [Fact]
    public void Health_shows_no_lead_beside_the_weak_cell_when_another_one_was_first_since()
    {
        Rig rig = new Rig().With(batteries: 1).RunUntilLive();
        BatteryModel model = rig.Virtual[0].Model;
        model.Groups[2].CapacityMah = 10_000;
        Cycle(rig, -10_000);

        // Another group was charged less, and so is empty first the next time: of no weakness of its own.
        rig.SetCurrents(10_000);
        rig.RunFor(HourMs / 2);
        model.Groups[2].CapacityMah = 40_000;
        model.Groups[0].MissingMah += 4000;
        Cycle(rig, -10_000, JustFullMv);
        PagePicture.Check("health-other", rig, PageKind.Health, batteryIndex: 0);
    }

    [Fact]
    public void Health_before_the_first_reply_is_not_known()
    {
        Rig rig = new Rig().With(batteries: 1);
        while (rig.Batteries.Count == 0)
        {
            rig.RunFor(10);
        }

        Assert.False(rig.Batteries[0].HasValues);
        PagePicture.Check("health-unknown", rig, PageKind.Health, batteryIndex: 0);
    }

    private static void Fill(Rig rig, int lowestMv)
    {
        rig.SetCurrents(10_000);
        while (rig.Virtual.Any(battery => battery.Model.CellMv.Min() < lowestMv))
        {
            rig.RunFor(60_000);
        }

        rig.SetCurrents(1000);
        rig.RunFor(5 * 60_000);
    }

    private static void Cycle(Rig rig, int currentMa, int lowestMv = FullMv)
    {
        Fill(rig, lowestMv);
        rig.SetCurrents(currentMa);
        while (rig.Virtual.Any(battery => battery.Model.CurrentMa != 0))
        {
            rig.RunFor(10_000);
            foreach (VirtualBattery battery in rig.Virtual.Where(battery => battery.Model.IsEmpty))
            {
                battery.Model.CurrentMa = 0;
            }
        }
    }
}
