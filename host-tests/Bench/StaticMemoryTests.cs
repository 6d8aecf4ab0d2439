using ValenceNano.Bench;

namespace ValenceNano.HostTests.Bench;

public sealed class StaticMemoryTests
{
    private static readonly byte[] s_shared = new byte[5];

    [Fact]
    public void Statics_are_counted_as_by_hand()
    {
        // Each field 14 in the tables; a byte[5] 20 + 5, up to 36; an array of two references 20 + 2 * 12, up to 48; an object of two fields 36.
        Assert.Equal(14, StaticMemory.BytesOf([typeof(Number)]));
        Assert.Equal(14 + 36, StaticMemory.BytesOf([typeof(Bytes)]));
        Assert.Equal(14 + 48 + 36, StaticMemory.BytesOf([typeof(Table)]));
        Assert.Equal(14 + 36 + 36, StaticMemory.BytesOf([typeof(Made)]));
        Assert.Equal(14 + 12, StaticMemory.BytesOf([typeof(Text)]));
    }

    [Fact]
    public void Object_of_two_statics_is_counted_once()
    {
        Assert.Equal(14 + 36 + 14 + 48, StaticMemory.BytesOf([typeof(Bytes), typeof(Table)]));
    }

    private static class Number
    {
        public static readonly int Value = s_shared.Length;
        public const int Constant = 3;
    }

    private static class Bytes
    {
        public static readonly byte[] Value = s_shared;
    }

    private static class Table
    {
        public static readonly byte[]?[] Value = [s_shared, null];
    }

    private static class Text
    {
        public static readonly string Value = "a text that lies in flash";
    }

    private sealed class Made
    {
        public static readonly Made Value = new();

        private readonly int _number = s_shared.Length;
        private readonly byte[] _bytes = s_shared;

        public int Sum => _number + _bytes.Length;
    }
}
