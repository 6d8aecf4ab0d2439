using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

public sealed class SceneTests
{
    private readonly Scene _scene = new(new VirtualBatteries(new VirtualWire(new VirtualClock(), 1)), 2, 1);

    [Theory]
    [InlineData(10_000)]
    [InlineData(-10_000)]
    public void Switching_something_on_wakes_what_was_all_off(int loadMa)
    {
        _scene.Switch(loadMa);
        _scene.IsQuiet = true;

        _scene.Switch(loadMa);

        Assert.False(_scene.IsQuiet);
        Assert.Equal(loadMa, _scene.ExtraLoadMa);
    }

    [Fact]
    public void Switching_the_same_twice_switches_it_off()
    {
        _scene.Switch(10_000);
        _scene.Switch(-10_000);
        Assert.Equal(-10_000, _scene.ExtraLoadMa);

        _scene.Switch(-10_000);
        Assert.Equal(0, _scene.ExtraLoadMa);
    }
}
