using ValenceNano.Bench;

namespace ValenceNano.HostTests.Bench;

public class EnergyReplyTests
{
    private const int Budget = 900;

    [Fact]
    public void Energy_history_and_health_cost_at_most_900_instructions_a_reply()
    {
        Measurement reply = new Workbench().Measure("energy_reply");
        Assert.InRange(reply.Il, 400, Budget);
        Assert.Equal(0, reply.DeviceAllocs);
    }
}
