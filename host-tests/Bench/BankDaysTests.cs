using ValenceNano.Bench;

namespace ValenceNano.HostTests.Bench;

public class BankDaysTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Capacity_and_weak_group_are_the_true_ones_after_two_days(int seed)
    {
        var result = new SoakResult { Seed = seed };
        BankDays.Run(result, days: 2);
        Assert.Empty(result.Failures);
        Assert.Equal(2, result.CapacitiesChecked);
        Assert.Equal((0, 0, 0), (result.WrongCapacities, result.WrongWeakGroups, result.WrongEnergy));
    }
}
