using ValenceNano.Desktop;
using ValenceNano.HostTests.Model.Store;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Desktop;

/// <summary>The command's store.</summary>
public sealed class FolderStoreTests : StoreContract
{
    [Fact]
    public void Folder_that_cannot_be_written_to_is_an_error_of_input()
    {
        string file = Path.Combine(Folder.FullName, "file");
        File.WriteAllText(file, "");
        CommandException error = Assert.Throws<CommandException>(() => FolderStore.Open(file, _ => { }));
        Assert.StartsWith("--store: ", error.Message, StringComparison.Ordinal);
        Assert.Null(FolderStore.Open(null, _ => { }));
    }

    [Fact]
    public void Folder_that_can_no_longer_be_written_to_is_told_once()
    {
        var told = new List<string>();
        FolderStore store = FolderStore.Open(Folder.FullName, told.Add)!;
        Folder.Delete(recursive: true);
        Assert.False(store.Save("days", 'a', [1], 1));
        Assert.False(store.Save("days", 'b', [1], 1));
        Assert.StartsWith(Folder.FullName, Assert.Single(told), StringComparison.Ordinal);
        Folder.Create();
    }

    [Fact]
    public void Simulation_goes_on_counting_where_the_one_before_ended()
    {
        long first = ChargeOut(200);
        long second = ChargeOut(100);
        Assert.InRange(first, 200, 300);
        Assert.InRange(second - first, 80, 150);
    }

    protected override IStore Open() => FolderStore.Open(Folder.FullName, _ => { })!;

    private long ChargeOut(int seconds) =>
        Run.Valence("sim", "--json", "--seconds", $"{seconds}", "--store", Folder.FullName).Json
            .Last(line => line.GetProperty("kind").GetString() == "bank").GetProperty("charge_out_mah").GetInt64();
}
