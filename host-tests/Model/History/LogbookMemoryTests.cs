using ValenceNano.Bench;
using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Model.History;

public class LogbookMemoryTests
{
    private static readonly int[] Even = [3300, 3310, 3320, 3330];
    private static readonly int[] Full = [3450, 3450, 3450, 3450];
    private static readonly int[] Knee = [3200, 3200, 2850, 3200];

    private const int Budget = 10_000;

    [Fact]
    public void Energy_history_and_health_of_16_batteries_take_at_most_10_kB_on_the_device()
    {
        BankRig rig = new(store: new VirtualFlash());
        int logbook = DeviceMemory.Of(rig.Logbook, typeof(BatteryList), typeof(Bank), typeof(AlarmList), typeof(IStore));
        int mean = DeviceMemory.Of(new MeanCurrent());

        Assert.InRange(logbook + mean, 8000, Budget);
    }

    [Fact]
    public void Nothing_is_allocated_over_days_of_replies_and_writing()
    {
        BankRig rig = new(store: new NoStore());
        RigBattery first = rig.Add("A");
        RigBattery second = rig.Add("B");
        int day = 0;

        // Up and down, full and empty, silent and back.
        void Day()
        {
            day++;
            for (int hour = 0; hour < 6; hour++)
            {
                first.Say(300 + (hour * 100), hour % 2 == 0 ? 9000 : -9000, Even);
                second.Say(currentMa: 500, cellMv: hour % 2 == 0 ? Full : Knee);
                first.Answers = hour != 3;
                rig.PollMinutes(70);
            }
        }

        Day();
        Assert.Equal(0, Allocation.By(Day));
        Assert.True(day > 1);
    }

    // Takes records and keeps none: a test's own store allocates.
    private sealed class NoStore : IStore
    {
        public int Load(string name, char slot, byte[] buffer) => -1;

        public bool Save(string name, char slot, byte[] buffer, int count) => true;
    }
}
