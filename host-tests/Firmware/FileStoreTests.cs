using ValenceNano.Firmware;

namespace ValenceNano.HostTests.Firmware;

public sealed class FileStoreTests : IDisposable
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
    public void A_record_longer_than_the_buffer_is_none()
    {
        Assert.True(Open().Save("graph-b", new byte[21], 21));
        Assert.Equal(-1, Open().Load("graph-b", _buffer));
    }

    [Fact]
    public void What_cannot_be_read_or_written_is_said_and_not_thrown()
    {
        var store = new FileStore(Path.Combine(_folder.FullName, "nowhere") + Path.DirectorySeparatorChar);
        Assert.False(store.Save("days-a", [1], 1));
        Assert.Equal(-1, store.Load("days-a", _buffer));
    }

    private FileStore Open() => new(_folder.FullName + Path.DirectorySeparatorChar);
}
