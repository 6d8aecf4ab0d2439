using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Display;

public class BusPagesTests
{
    [Fact]
    public void Bus_after_some_hours()
    {
        Rig rig = new Rig().With(batteries: 2).RunUntilLive();
        SetCounters(rig, polls: 9999, faults: 12, rounds: 124);

        PagePicture.Check("bus", rig, PageKind.Bus);
    }

    [Fact]
    public void Bus_after_years_of_faults()
    {
        Rig rig = new Rig().With(batteries: 2).RunUntilLive();
        SetCounters(rig, polls: 999_499, faults: 999_000_000, rounds: 9_949_999);

        PagePicture.Check("bus-full", rig, PageKind.Bus);
    }

    [Fact]
    public void Bus_before_anything_happened_on_it()
    {
        PagePicture.Check("bus-new", new Rig(start: BusRole.Starting), PageKind.Bus);
    }

    [Fact]
    public void Listener_with_a_short_last_message()
    {
        Rig rig = new Rig(start: BusRole.Listener).RunUntil(3000);
        rig.Wire.Transmit(null, Convert.FromHexString("FF4306064246"), 0);
        rig.RunFor(3000);

        PagePicture.Check("bus-listener", rig, PageKind.Bus);
        PagePicture.Check("searching-other-master", rig, PageKind.Searching);
    }

    [Fact]
    public void What_to_do_when_no_battery_answers()
    {
        PagePicture.Check("searching", new Rig().RunUntil(60_000), PageKind.Searching);
    }

    [Fact]
    public void Before_it_speaks_it_listens()
    {
        Rig rig = new Rig(start: BusRole.Starting).RunUntil(2000);

        PagePicture.Check("searching-starting", rig, PageKind.Searching);
    }

    [Fact]
    public void Listener_that_hears_nobody()
    {
        Rig rig = new Rig(start: BusRole.Listener).RunUntil(60_000);

        PagePicture.Check("searching-listener", rig, PageKind.Searching);
    }

    private static void SetCounters(Rig rig, int polls, int faults, int rounds)
    {
        BusCounters counters = rig.Monitor.Bus.Counters;
        counters.Polls = polls;
        counters.Replies = polls - 37;
        counters.CrcErrors = counters.Timeouts = faults;
        counters.Inconsistent = counters.WrongReplies = 0;
        counters.JunkBytes = faults;
        counters.Rounds = rounds;
    }
}
