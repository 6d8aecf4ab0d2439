using ValenceNano.Model;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Model.History;

public class GraphTests
{
    [Fact]
    public void Point_is_the_mean_of_five_minutes()
    {
        BankRig rig = new();
        RigBattery battery = rig.Add("A");
        for (int i = 0; i < 310; i++)
        {
            battery.Say(socPermille: 500, currentMa: i % 2 == 0 ? 0 : -20000, cellMv: [3300, 3300, 3300, 3340]);
            rig.Poll();
        }

        Graph graph = rig.Logbook.Graph;
        Assert.Equal(3, graph.Count);
        Assert.InRange(graph.CurrentMa(0), -10400, -9600);
        Assert.Equal(13240, graph.VoltageMv(0));
        Assert.Equal(498, graph.SocPermille(0));
        Assert.InRange(graph.AgeMs(0, rig.NowMs), 0, 60_000);
        Assert.Equal(graph.AgeMs(0, rig.NowMs) + Graph.IntervalMs, graph.AgeMs(1, rig.NowMs));
    }

    [Fact]
    public void Day_is_as_long_as_it_gets_and_a_stretch_unseen_has_points_without_values()
    {
        BankRig rig = new();
        RigBattery battery = rig.Add("A").Say(currentMa: 10000);
        rig.PollMinutes(25 * 60);
        Assert.Equal(Graph.Capacity, rig.Logbook.Graph.Count);
        Assert.Equal(10000, rig.Logbook.Graph.CurrentMa(Graph.Capacity - 1));

        battery.Answers = false;
        rig.PollMinutes(21);
        Assert.Equal(Reading.Unknown, rig.Logbook.Graph.CurrentMa(0));
        Assert.Equal(Reading.Unknown, rig.Logbook.Graph.SocPermille(1));
        Assert.Equal(Reading.Unknown, rig.Logbook.Graph.VoltageMv(2));
        Assert.NotEqual(Reading.Unknown, rig.Logbook.Graph.VoltageMv(4));
    }

    [Fact]
    public void Graph_outlives_a_restart_with_a_gap()
    {
        var store = new VirtualFlash();
        BankRig rig = new(store: store);
        rig.Add("A").Say(currentMa: -300000);
        rig.PollMinutes(31);
        rig.Logbook.Save(rig.NowMs);
        int count = rig.Logbook.Graph.Count;

        Graph again = new BankRig(store: store).Logbook.Graph;
        Assert.Equal(count + 1, again.Count);
        Assert.Equal(Reading.Unknown, again.CurrentMa(0));
        Assert.Equal(-300000, again.CurrentMa(1));
        Assert.Equal(rig.Logbook.Graph.VoltageMv(0), again.VoltageMv(1));
    }

    [Fact]
    public void Jump_of_the_clock_is_a_graph_without_values()
    {
        BankRig rig = new();
        rig.Add("A");
        rig.PollMinutes(30);
        rig.Logbook.Update(rig.NowMs + (1L << 32));
        Assert.Equal(Graph.Capacity, rig.Logbook.Graph.Count);
        Assert.Equal(Reading.Unknown, rig.Logbook.Graph.SocPermille(Graph.Capacity - 2));
    }

    [Fact]
    public void Current_of_sixteen_batteries_at_full_load_has_its_sign_and_its_size()
    {
        BankRig rig = new(BankWiring.Parallel);
        for (int i = 0; i < 16; i++)
        {
            rig.Add($"B{i:00}").Say(currentMa: -80000);
        }

        rig.PollMinutes(6);
        Assert.Equal(-1_280_000, rig.Bank.CurrentMa);
        Assert.Equal(-1_280_000, rig.Logbook.Graph.CurrentMa(0));
    }

    [Theory]
    [InlineData(150_000)]
    [InlineData(-150_000)]
    public void Current_beyond_the_scale_is_at_its_end(int currentMa)
    {
        BankRig rig = new(BankWiring.Parallel);
        for (int i = 0; i < 16; i++)
        {
            rig.Add($"B{i:00}").Say(currentMa: currentMa);
        }

        rig.PollMinutes(6);
        Assert.Equal(Math.Sign(currentMa) * 32_767 * 50, rig.Logbook.Graph.CurrentMa(0));
    }

    [Theory]
    [InlineData(-139, -150)]
    [InlineData(139, 150)]
    [InlineData(-122, -100)]
    [InlineData(122, 100)]
    public void Mean_is_rounded_to_the_nearest(int currentMa, int shownMa)
    {
        BankRig rig = new();
        rig.Add("A").Say(currentMa: currentMa, cellMv: [3299, 3300, 3300, 3300]);
        rig.PollMinutes(6);
        Assert.Equal(shownMa, rig.Logbook.Graph.CurrentMa(0));
        Assert.Equal(13200, rig.Logbook.Graph.VoltageMv(0));
    }
}
