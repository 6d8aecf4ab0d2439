using System.Text;
using System.Text.Json;
using ValenceNano.Network;

namespace ValenceNano.HostTests.Network;

/// <summary>The reader of flat JSON objects, against the platform's own.</summary>
public sealed class JsonReaderTests
{
    private const string Good =
        " {\"a\":1,\t\"b_2\" : -0 ,\r\n\"text\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\\u20AC\u00fc\",\"t\":true,\"f\":false,\"n\":null,\"e\":1.5e-7,\"big\":9007199254740992} ";

    [Fact]
    public void Members_are_read_as_they_are()
    {
        Assert.Equal(
            ["a=1", "b_2=0", "text=\"\\/\b\f\n\r\tA\u00e9\u20ac\u00fc", "t=True", "f=False", "n=Null", "e=OtherNumber", "big=9007199254740992"],
            Read(Good));
    }

    [Fact]
    public void Text_cut_at_every_byte_is_broken()
    {
        byte[] text = Encoding.UTF8.GetBytes(Good.TrimEnd());
        for (int cut = 0; cut < text.Length; cut++)
        {
            Assert.Null(Read(text[..cut]));
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"\":0}")]
    [InlineData("{\"a\":12345678901234567890}")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"a\":-}")]
    [InlineData("{\"a\":+1}")]
    [InlineData("{\"a\":.5}")]
    [InlineData("{\"a\":5.}")]
    [InlineData("{\"a\":5e}")]
    [InlineData("{\"a\":5E+1}")]
    [InlineData("{\"a\":-0.0}")]
    [InlineData("{\"a\":tru}")]
    [InlineData("{\"a\":True}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{,\"a\":1}")]
    [InlineData("{\"a\":1 \"b\":2}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{a:1}")]
    [InlineData("{'a':1}")]
    [InlineData("{\"a\":\"\\x\"}")]
    [InlineData("{\"a\":\"\\u12g4\"}")]
    [InlineData("{\"a\":\"\n\"}")]
    [InlineData("{\"a\":1}}")]
    [InlineData("{\"a\":1} x")]
    [InlineData("{\"a\":1}\u0000")]
    [InlineData("\"a\"")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData("nul")]
    public void Reader_agrees_with_the_platforms_own(string text)
    {
        Assert.Equal(IsFlatObject(text), Read(text) != null);
    }

    [Theory]
    [InlineData("{\"a\":[]}")]
    [InlineData("{\"a\":{}}")]
    public void Nothing_may_be_nested(string text)
    {
        Assert.Null(Read(text));
    }

    [Fact]
    public void Text_that_is_too_long_is_told()
    {
        var reader = new JsonReader(new byte[JsonReader.MaxTextLength]);
        byte[] text = Encoding.UTF8.GetBytes("{\"a\":\"" + new string('x', 100) + "\",\"b\":\"" + new string('y', 64) + "\"}");
        reader.Begin(text, text.Length);

        Assert.True(reader.Next());
        Assert.Equal(100, reader.TextLength);
        Assert.True(reader.Next());
        Assert.Equal(64, reader.TextLength);
        Assert.False(reader.Next());
        Assert.False(reader.IsBroken);
    }

    private static bool IsFlatObject(string text)
    {
        try
        {
            return JsonDocument.Parse(text).RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static List<string>? Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static List<string>? Read(byte[] text)
    {
        var reader = new JsonReader(new byte[JsonReader.MaxTextLength]);
        reader.Begin(text, text.Length);
        List<string> members = [];
        while (reader.Next())
        {
            string value = reader.Kind switch
            {
                JsonKind.Text => Encoding.UTF8.GetString(reader.Text, 0, reader.TextLength),
                JsonKind.Whole => reader.Number.ToString(),
                _ => reader.Kind.ToString(),
            };
            members.Add($"{Encoding.UTF8.GetString(text, reader.KeyStart, reader.KeyLength)}={value}");
        }

        return reader.IsBroken ? null : members;
    }

    [Theory]
    [InlineData("\\uD83D\\uDD0B", "F09F948B")]
    [InlineData("\\uD83D", "EDA0BD")]
    [InlineData("\\uD83Dx", "EDA0BD78")]
    [InlineData("\\uD83D\\u0041", "EDA0BD41")]
    [InlineData("\\uD83D\\n", "EDA0BD0A")]
    [InlineData("\\uDD0B", "EDB48B")]
    public void Two_halves_are_one_character_and_one_alone_is_no_utf_8(string escapes, string hex)
    {
        byte[] text = Encoding.ASCII.GetBytes("{\"a\":\"" + escapes + "\"}");
        var reader = new JsonReader(new byte[JsonReader.MaxTextLength]);
        reader.Begin(text, text.Length);

        Assert.True(reader.Next());
        Assert.Equal(hex, Convert.ToHexString(reader.Text.AsSpan(0, reader.TextLength)));
    }
}
