namespace ValenceNano.HostTests.Architecture;

public class RoomsTests
{
    private static readonly string[] Order = ["shared-protocol", "shared-model", "shared-display", "shared-network", "firmware"];

    private static readonly Rooms Shared = new(Order);

    [Fact]
    public void Folders_of_the_shared_code_use_one_another_in_no_circle() => Assert.Empty(Shared.FindCycle());

    [Fact]
    public void Projects_use_one_another_in_one_direction()
    {
        Assert.All(Shared.All, folder => Assert.All(Shared.UsedBy(folder), used =>
            Assert.InRange(Array.IndexOf(Order, used.Split('/')[0]), 0, Array.IndexOf(Order, folder.Split('/')[0]))));
        Assert.DoesNotContain(
            Shared.All.Where(folder => folder.StartsWith("shared-network", StringComparison.Ordinal)).SelectMany(Shared.UsedBy),
            used => used.StartsWith("shared-display", StringComparison.Ordinal));
    }

    [Fact]
    public void Rooms_are_seen_as_they_are()
    {
        Assert.Contains("shared-model/alarms", Shared.UsedBy("shared-model"));
        Assert.Contains("shared-model/bank", Shared.UsedBy("shared-model/alarms"));
        Assert.Contains("shared-protocol/batteries", Shared.UsedBy("shared-model/bank"));
        Assert.DoesNotContain("shared-model/alarms", Shared.UsedBy("shared-model/bank"));
    }
}
