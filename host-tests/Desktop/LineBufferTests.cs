using System.Text;
using ValenceNano.Desktop;

namespace ValenceNano.HostTests.Desktop;

public sealed class LineBufferTests
{
    private readonly LineBuffer _buffer = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Lines_are_the_same_however_the_bytes_are_portioned(int portion)
    {
        Assert.Equal(["one", "", "three", "|last"], Feed("one\n\nthree\nlast", portion));
    }

    [Fact]
    public void Nothing_stands_behind_a_last_line_feed() => Assert.Equal(["one"], Feed("one\n", 10));

    [Theory]
    [InlineData(7)]
    [InlineData(100_000)]
    public void Line_that_is_too_long_is_one_result_and_the_next_line_is_whole(int portion)
    {
        string tooLong = new('a', (2 * LineBuffer.MaxLineLength) + 5);

        Assert.Equal(["one", "too long", "two", "too long"], Feed($"one\n{tooLong}\ntwo\n{tooLong}", portion));
    }

    [Fact]
    public void Line_without_end_costs_no_more_memory_than_a_long_one()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            Memory<byte> room = _buffer.Room();
            room.Span.Fill((byte)'a');
            _buffer.Put(room.Length);
            _buffer.TryTake(out _);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * LineBuffer.MaxLineLength);
    }

    [Fact]
    public void What_was_forgotten_does_not_come_back()
    {
        Put("part of a li", 100);
        _buffer.TryTake(out _);
        _buffer.Forget();

        Assert.Equal(["ne"], Feed("ne\n", 10));
    }

    private List<string> Feed(string text, int portion)
    {
        var results = new List<string>();
        for (int i = 0; i < text.Length;)
        {
            i += Put(text.AsSpan(i), portion);
            while (_buffer.TryTake(out ReadOnlySpan<byte> line) is LineResult result && result != LineResult.None)
            {
                results.Add(result == LineResult.TooLong ? "too long" : Encoding.ASCII.GetString(line));
            }
        }

        if (_buffer.TryTakeRest(out ReadOnlySpan<byte> rest) == LineResult.Line)
        {
            results.Add("|" + Encoding.ASCII.GetString(rest));
        }

        return results;
    }

    private int Put(ReadOnlySpan<char> text, int portion)
    {
        Span<byte> room = _buffer.Room().Span;
        int count = Math.Min(Math.Min(room.Length, portion), text.Length);
        Encoding.ASCII.GetBytes(text[..count], room);
        _buffer.Put(count);
        return count;
    }
}
