using ValenceNano.Model;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Model.Store;

public class TwoSlotRecordTests
{
    private const int Length = TwoSlotRecord.Overhead + 20;

    private readonly VirtualFlash _store = new();
    private readonly byte[] _buffer = new byte[Length];

    [Fact]
    public void Record_comes_back_after_each_of_many_writes()
    {
        for (int i = 1; i < 300; i++)
        {
            Assert.True(Save(Open(i == 1), (byte)i));
            Assert.Equal(i % 256, Load());
        }

        Assert.Equal(["test-a", "test-b"], _store.Records.Keys.Order());
    }

    [Fact]
    public void Power_cut_at_any_byte_of_any_write_leaves_the_record_before_it()
    {
        for (int writes = 0; writes < 4; writes++)
        {
            for (int written = 0; written <= Length; written++)
            {
                _store.Records.Clear();
                _store.BytesLeft = null;
                TwoSlotRecord record = Open(isFirst: true);
                for (int i = 1; i <= writes; i++)
                {
                    Save(record, (byte)i);
                }

                _store.BytesLeft = written;
                bool isSaved = Save(record, 99);
                _store.BytesLeft = null;

                // The last byte of all may be the same as before.
                int loaded = Load();
                Assert.Equal(isSaved || loaded == 99 ? 99 : writes == 0 ? -1 : writes, loaded);
                Assert.True(isSaved == (written == Length));
                TwoSlotRecord again = Open(writes == 0 && loaded < 0);
                Assert.True(Save(again, 100));
                Assert.Equal(100, Load());
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(Length - 1)]
    public void Bit_that_has_turned_gives_the_record_before(int at)
    {
        TwoSlotRecord record = Open(isFirst: true);
        Save(record, 1);
        Save(record, 2);
        _store.Records["test-b"][at] ^= 0x10;
        Assert.Equal(1, Load());
    }

    [Fact]
    public void Record_of_another_version_or_length_is_none()
    {
        Save(Open(isFirst: true), 1);
        Assert.False(new TwoSlotRecord(_store, "test", 8).Load(_buffer, Length));
        Assert.False(new TwoSlotRecord(_store, "test", 7).Load(new byte[Length + 1], Length + 1));
        Assert.True(new TwoSlotRecord(_store, "test", 7).Load(_buffer, Length));
    }

    private TwoSlotRecord Open(bool isFirst)
    {
        var record = new TwoSlotRecord(_store, "test", 7);
        Assert.Equal(!isFirst, record.Load(_buffer, Length));
        return record;
    }

    private bool Save(TwoSlotRecord record, byte content)
    {
        Array.Fill(_buffer, content, TwoSlotRecord.Header, 20);
        return record.Save(_buffer, Length);
    }

    private int Load() =>
        new TwoSlotRecord(_store, "test", 7).Load(_buffer, Length) ? _buffer[TwoSlotRecord.Header] : -1;
}
