using System.Text;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Model.Text;

/// <summary>Fixed texts as lines of one string.</summary>
public sealed class FlashTextsTests
{
    [Fact]
    public void List_has_each_line_at_its_place()
    {
        var list = new FlashTexts("one\n\n {\"three\": 3}\nfour");
        byte[] buffer = new byte[20];

        Assert.Equal(["one", "", " {\"three\": 3}", "four"], Enumerable.Range(0, list.Count).Select(place =>
        {
            int count = list.Copy(place, buffer, 2);
            return Encoding.ASCII.GetString(buffer, 2, count);
        }));
    }

    [Fact]
    public void Texts_of_several_strings_have_places_one_behind_the_other()
    {
        var texts = new FlashTexts('|', "one|two|", "|°C|four");
        byte[] buffer = new byte[4];

        Assert.Equal(["one", "two", "", "", "°C", "four"], Enumerable.Range(0, texts.Count).Select(place =>
            Encoding.UTF8.GetString(buffer, 0, texts.Copy(place, buffer, 0))));
        Assert.Equal([3, 3, 0, 0, 2, 4], Enumerable.Range(0, texts.Count).Select(texts.Length));
        Assert.Equal((byte)'u', texts.Byte(5, 2));
        Assert.True(texts.Is(1, "-two"u8.ToArray(), 1, 3));
        Assert.False(texts.Is(1, "twin"u8.ToArray(), 0, 3));
    }

    [Fact]
    public void List_of_one_line_has_one_text()
    {
        var list = new FlashTexts("only");

        Assert.Equal(1, list.Count);
        Assert.Equal(4, list.Copy(0, new byte[4], 0));
    }
}
