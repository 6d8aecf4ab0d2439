using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Model.History;

public class LogbookStoreTests
{
    private const int PollsPerHour = 3600_000 / BankRig.PollMs;

    [Fact]
    public void Counters_extremes_and_health_come_back_to_the_battery_with_the_same_serial()
    {
        var store = new VirtualFlash();
        BankRig rig = new(store: store);
        rig.Add("A").Say(currentMa: 8000, socPermille: 300);
        rig.Add("B").Say(currentMa: -8000, cellMv: [3200, 3201, 3202, 3203]);
        rig.Poll(PollsPerHour);
        rig.Logbook.Save(rig.NowMs);

        BankRig again = new(store: store);
        again.Add("B").Say(currentMa: 150);
        again.Add("0");
        again.Add("A").Say(currentMa: 150);
        again.Poll();

        // Sorted by serial: 0, A, B.
        Assert.Equal(rig.Kept(ReadingId.ChargeIn, 0), again.Kept(ReadingId.ChargeIn, 1));
        Assert.Equal(rig.Kept(ReadingId.EnergyOut, 1), again.Kept(ReadingId.EnergyOut, 2));
        Assert.Equal(0, again.Kept(ReadingId.ChargeIn, 0));
        Assert.InRange(again.Kept(ReadingId.Coverage, 1), 990, 1000);
        int entry = again.Logbook.EntryOf(again.Batteries[1]);
        Assert.Equal(298, again.Logbook.Extremes.Get(entry, ExtremeId.SocMin));
        entry = again.Logbook.EntryOf(again.Batteries[2]);
        Assert.Equal(3200, again.Logbook.Extremes.Get(entry, ExtremeId.CellMin));
    }

    [Fact]
    public void Measured_capacity_comes_back_but_not_the_run_since_the_last_full_charge()
    {
        var store = new VirtualFlash();
        BankRig rig = new(store: store);
        RigBattery battery = rig.Add("A").Say(currentMa: 1000, cellMv: [3450, 3450, 3450, 3450]);
        rig.PollMinutes(5);
        battery.Say(currentMa: -10000, cellMv: [3300, 3300, 3300, 3300]);
        rig.PollMinutes(120);
        battery.Say(cellMv: [3200, 2890, 3200, 3200]);
        rig.Poll(3);
        rig.Logbook.Save(rig.NowMs);

        BankRig again = new(store: store);
        again.Add("A").Say(currentMa: -10000, cellMv: [3300, 3300, 3300, 3300]);
        again.PollMinutes(200);
        Assert.Equal(rig.Kept(ReadingId.CapacityMeasured), again.Kept(ReadingId.CapacityMeasured));
        Assert.InRange(again.Kept(ReadingId.CapacityMeasured), 19800, 20200);
        Assert.Equal(0, again.Kept(ReadingId.CapacityIsMinimum));
        Assert.Equal(2, again.Kept(ReadingId.WeakCell));
        Assert.Equal(Reading.Unknown, again.Logbook.Health.GivenSinceFullMah(again.Logbook.EntryOf(again.Batteries[0])));
    }

    [Fact]
    public void Days_are_as_they_were_when_they_have_lent_their_buffer()
    {
        BankRig rig = new(store: new VirtualFlash());
        rig.Add("A").Say(currentMa: -1000);
        rig.PollMinutes(50 * 60);
        int[] before = Values(rig.Logbook.Days);
        Assert.Equal(3 * (int)DayId.Count, before.Length);

        Assert.True(rig.Logbook.Lend(rig.NowMs));
        Array.Fill(rig.DaysBuffer, (byte)0x55);
        rig.Logbook.TakeBack();

        Assert.Equal(before, Values(rig.Logbook.Days));
    }

    [Fact]
    public void Days_lend_no_buffer_where_they_cannot_be_written()
    {
        BankRig rig = new(store: new VirtualFlash { BytesLeft = 0 });
        rig.Add("A").Say(currentMa: -1000);
        rig.PollMinutes(30);

        Assert.False(rig.Logbook.Lend(rig.NowMs));
    }

    [Fact]
    public void Records_are_written_every_hour_one_at_a_time()
    {
        var store = new VirtualFlash();
        BankRig rig = new(store: store);
        rig.Add("A");
        rig.Poll(PollsPerHour - 10);
        Assert.Empty(store.Names);

        rig.Poll(11);
        Assert.Single(store.Names);
        rig.Poll(20);
        Assert.Equal(["batteries-0-a", "days-a", "graph-a"], store.Names);
        rig.Poll(PollsPerHour);
        Assert.Equal(6, store.Names.Count);
    }

    [Fact]
    public void Full_charge_and_an_alarm_are_written_at_once_but_not_more_often_than_every_10_minutes()
    {
        var store = new VirtualFlash();
        BankRig rig = new(store: store);
        RigBattery battery = rig.Add("A").Say(currentMa: 1000);
        rig.PollMinutes(20);
        Assert.Empty(store.Names);
        battery.Say(cellMv: [3450, 3450, 3450, 3450]);
        rig.PollMinutes(4);
        Assert.Equal(["batteries-0-a", "days-a"], store.Names);

        // An alarm that comes and goes.
        for (int i = 0; i < 15; i++)
        {
            battery.Say(cellMv: [3300, 2400, 3300, 3300]);
            rig.PollMinutes(1);
            battery.Say(cellMv: [3300, 3300, 3300, 3300]);
            rig.PollMinutes(1);
            rig.Alarms.Acknowledge();
        }

        Assert.InRange(store.Names.Count, 6, 9);
    }

    [Fact]
    public void Reset_outlives_a_power_cut_soon_after_it()
    {
        var store = new VirtualFlash();
        BankRig rig = new(store: store);
        RigBattery battery = rig.Add("A").Say(currentMa: 10000, socPermille: 300);
        rig.PollMinutes(61);
        battery.Say(socPermille: 900);
        rig.Poll();
        rig.Logbook.ResetEnergy(rig.NowMs);
        rig.Logbook.ResetExtremes();
        rig.PollMinutes(1);

        BankRig again = new(store: store);
        again.Add("A").Say(currentMa: 150, socPermille: 900);
        again.Poll(2);
        Assert.InRange(again.Kept(ReadingId.ChargeIn), 0, 200);
        Assert.Equal(898, again.Logbook.Extremes.Get(again.Logbook.EntryOf(again.Batteries[0]), ExtremeId.SocMin));
    }

    [Fact]
    public void Graph_and_days_in_units_of_before_are_not_read()
    {
        var store = new VirtualFlash();
        BankRig rig = new(store: store);
        rig.Add("A");
        rig.PollMinutes(25 * 60);
        rig.Logbook.Save(rig.NowMs);
        foreach (string name in new[] { "days-a", "days-b", "graph-a", "graph-b" })
        {
            byte[] record = store.Records[name];
            record[0] = 1;
            Crc16.Seal(record, record.Length);
        }

        BankRig again = new(store: store);
        Assert.Equal((0, 1), (again.Logbook.Graph.Count, again.Logbook.Days.Count));
    }
    [Fact]
    public void Power_cut_at_any_byte_of_any_write_loses_an_hour_at_most()
    {
        var whole = new VirtualFlash();
        int total = Run(whole, hours: 5, cutAt: null) - 1;
        Assert.InRange(total, 10_000, 30_000);
        for (int cutAt = 0; cutAt < total; cutAt += 97)
        {
            var store = new VirtualFlash();
            int writtenHours = Run(store, hours: 5, cutAt);
            BankRig again = new(store: store);
            again.Add("A").Say(currentMa: 150);
            again.Poll();
            int keptHours = (int)(again.Kept(ReadingId.ChargeIn) + 50) / 1000;
            Assert.InRange(keptHours, writtenHours - 1, writtenHours);
        }
    }

    // Charges with 1 A. Answers at which hour the power was cut; if it was not, how many bytes were written.
    private static int Run(VirtualFlash store, int hours, int? cutAt)
    {
        store.BytesLeft = cutAt ?? int.MaxValue;
        BankRig rig = new(store: store);
        rig.Add("A").Say(currentMa: 1000);
        int hour = 0;
        while (hour < hours && !store.IsOff)
        {
            rig.Poll(PollsPerHour + 1);
            hour++;
        }

        int written = int.MaxValue - store.BytesLeft!.Value;
        store.BytesLeft = null;
        return cutAt == null ? written + 1 : hour;
    }

    private static int[] Values(Days days) =>
        [.. Enumerable.Range(0, days.Count).SelectMany(ago => Enum.GetValues<DayId>().SkipLast(1).Select(id => days.Get(ago, id)))];
}
