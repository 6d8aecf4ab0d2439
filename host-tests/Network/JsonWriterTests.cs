using System.Text;
using System.Text.Json;
using ValenceNano.Model;
using ValenceNano.Network;

namespace ValenceNano.HostTests.Network;

/// <summary>The writer of JSON.</summary>
public sealed class JsonWriterTests
{
    private static readonly FlashTexts Keys = new("a\nb\nc");

    private readonly JsonWriter _json = new(512);

    private string Written => Encoding.UTF8.GetString(_json.Buffer, 0, _json.Count);

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(99999)]
    [InlineData(100000)]
    [InlineData(999999)]
    [InlineData(1000000)]
    [InlineData(9999999)]
    [InlineData(10000000)]
    [InlineData(-1)]
    [InlineData(-1234567)]
    [InlineData(999999999)]
    [InlineData(1000000000)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue + 1L)]
    [InlineData(int.MinValue - 1L)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Number_is_written_with_all_its_digits(long value)
    {
        _json.Number(value);

        Assert.Equal(value.ToString(System.Globalization.CultureInfo.InvariantCulture), Written);
    }

    [Fact]
    public void Number_of_two_to_six_digits_is_put_as_it_is()
    {
        byte[] buffer = new byte[8];
        for (int number = 10; number < JsonWriter.PutLimit; number++)
        {
            int end = JsonWriter.Put(number, buffer, 1);

            Assert.True(
                System.Buffers.Text.Utf8Parser.TryParse(buffer.AsSpan(1, end - 1), out int read, out int count) && read == number && count == end - 1,
                $"{number} is {Encoding.ASCII.GetString(buffer, 1, end - 1)}");
        }
    }

    [Fact]
    public void Array_of_numbers_has_each_with_its_sign()
    {
        int[] numbers = [7, 0, 9, 10, 11, 99, 100, 65535, 999999, -1, -9, -10, -128, -999999];

        _json.OpenArray();
        _json.Numbers(numbers, 0, 1);
        _json.Numbers(numbers, 1, numbers.Length - 1);
        _json.Number(3);
        _json.CloseArray();

        Assert.Equal("[[7],[0,9,10,11,99,100,65535,999999,-1,-9,-10,-128,-999999],3]", Written);
    }

    [Fact]
    public void Commas_come_by_themselves()
    {
        _json.OpenObject();
        _json.Key(Keys, 0);
        _json.OpenArray();
        _json.Number(1);
        _json.Null();
        _json.OpenObject();
        _json.CloseObject();
        _json.CloseArray();
        _json.Key(Keys, 1);
        _json.Boolean(true);
        _json.Key(Keys, 2);
        _json.PlainText("0fa0"u8.ToArray(), 1, 2);
        _json.CloseObject();

        Assert.Equal("{\"a\":[1,null,{}],\"b\":true,\"c\":\"fa\"}", Written);
    }

    [Fact]
    public void Text_of_any_characters_is_read_back_as_it_was()
    {
        string text = string.Concat(Enumerable.Range(0, 0x80).Select(code => (char)code)) + "\u00e9\u20ac";

        _json.Text(Encoding.UTF8.GetBytes(text));

        Assert.Equal(text, JsonSerializer.Deserialize<string>(Written));
    }
}
