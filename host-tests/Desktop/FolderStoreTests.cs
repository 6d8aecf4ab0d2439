using ValenceNano.Desktop;

namespace ValenceNano.HostTests.Desktop;

public sealed class FolderStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly byte[] _buffer = new byte[20];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_record_is_there_after_a_restart_and_is_replaced_as_a_whole()
    {
        Assert.Equal(-1, Open().Load("days-a", _buffer));
        Assert.True(Open().Save("days-a", [1, 2, 3, 4], 4));
        Assert.True(Open().Save("days-a", [7, 8, 9], 2));
        Assert.Equal(2, Open().Load("days-a", _buffer));
        Assert.Equal([7, 8, 0], _buffer[..3]);
        Assert.Equal("days-a.rec", Assert.Single(_folder.GetFiles()).Name);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_an_error_of_input()
    {
        string file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        CommandException error = Assert.Throws<CommandException>(() => FolderStore.Open(file, _ => { }));
        Assert.StartsWith("--store: ", error.Message, StringComparison.Ordinal);
        Assert.Null(FolderStore.Open(null, _ => { }));
    }

    [Fact]
    public void Simulation_goes_on_counting_where_the_one_before_ended()
    {
        long first = ChargeOut(200);
        long second = ChargeOut(100);
        Assert.InRange(first, 200, 300);
        Assert.InRange(second - first, 80, 150);
    }

    private FolderStore Open() => FolderStore.Open(_folder.FullName, _ => { })!;

    private long ChargeOut(int seconds) =>
        Run.Valence("sim", "--json", "--seconds", $"{seconds}", "--store", _folder.FullName).Json
            .Last(line => line.GetProperty("kind").GetString() == "bank").GetProperty("charge_out_mah").GetInt64();
}
