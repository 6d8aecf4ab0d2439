using ValenceNano.Model;

namespace ValenceNano.HostTests.Model.Store;

/// <summary>What every store of files keeps of <see cref="IStore"/>.</summary>
public abstract class StoreContract : IDisposable
{
    private readonly byte[] _buffer = new byte[20];

    /// <summary>Where the records are.</summary>
    protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory();

    public void Dispose()
    {
        Folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Record_is_there_after_a_restart_and_is_replaced_as_a_whole()
    {
        Assert.Equal(-1, Open().Load("days", 'a', _buffer));
        Assert.True(Open().Save("days", 'a', [1, 2, 3, 4], 4));
        Assert.True(Open().Save("days", 'a', [7, 8, 9], 2));
        Assert.Equal(2, Open().Load("days", 'a', _buffer));
        Assert.Equal([7, 8, 0], _buffer[..3]);
        Assert.Equal("days-a.rec", Assert.Single(Folder.GetFiles()).Name);
    }

    [Fact]
    public void Record_longer_than_the_buffer_is_none()
    {
        Assert.True(Open().Save("graph", 'b', new byte[21], 21));
        Assert.Equal(-1, Open().Load("graph", 'b', _buffer));
    }

    [Fact]
    public void Write_that_was_killed_midway_leaves_the_record_before_and_the_next_one_replaces_it()
    {
        Assert.True(Open().Save("days", 'a', [1, 2, 3, 4], 4));
        File.WriteAllBytes(Path.Combine(Folder.FullName, "days-a.new"), [9, 9]);
        Assert.Equal(4, Open().Load("days", 'a', _buffer));
        Assert.Equal([1, 2, 3, 4], _buffer[..4]);

        Assert.True(Open().Save("days", 'a', [5], 1));
        Assert.Equal(1, Open().Load("days", 'a', _buffer));
        Assert.Single(Folder.GetFiles());
    }

    [Fact]
    public void Record_that_cannot_be_read_or_written_is_said_and_not_thrown()
    {
        IStore store = Open();
        Folder.Delete(recursive: true);
        Assert.False(store.Save("days", 'a', [1], 1));
        Assert.Equal(-1, store.Load("days", 'a', _buffer));
        Folder.Create();
    }

    /// <summary>The store, as after a restart.</summary>
    protected abstract IStore Open();
}
