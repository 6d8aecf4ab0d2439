using ValenceNano.Model;
using ValenceNano.Bench;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Model;

public class BankAllocationTests
{
    [Fact]
    public void Updates_allocate_nothing_whatever_happens()
    {
        var batteries = new RigBattery[6];
        var rig = new BankRig(BankWiring.Parallel);
        for (int i = 0; i < batteries.Length; i++)
        {
            batteries[i] = rig.Add($"{i}");
        }

        Story(rig, batteries);
        int news = 0;
        long allocated = Allocation.By(() => news = Story(rig, batteries));

        Assert.Equal(0, allocated);
        Assert.InRange(news, 100, 1000);
    }

    private static int Story(BankRig rig, RigBattery[] batteries)
    {
        int raised = rig.Alarms.News;
        for (int i = 0; i < 300; i++)
        {
            bool isBad = i / 10 % 2 == 0;
            foreach (RigBattery battery in batteries)
            {
                battery.Model.CellMv[1] = isBad ? 2400 : 3300;
                battery.Model.BoardC[0] = isBad ? 95 : 22;
                battery.Model.CurrentMa = i < 200 ? 1000 : -20000;
            }

            batteries[0].Answers = i % 40 < 20;
            batteries[1].Contradicts = i % 50 < 5;
            rig.Poll();
            rig.Alarms.Acknowledge();
        }

        return rig.Alarms.News - raised;
    }
}
