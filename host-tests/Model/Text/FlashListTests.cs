using System.Text;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Model.Text;

/// <summary>Fixed texts as lines of one string.</summary>
public sealed class FlashListTests
{
    private static readonly int[] s_places = [0, 1, 2, 4, 5, 6];

    [Fact]
    public void List_has_each_line_at_its_place()
    {
        var list = new FlashList("one\n\n {\"three\": 3}\nfour");
        byte[] buffer = new byte[20];

        Assert.Equal(["one", "", " {\"three\": 3}", "four"], Enumerable.Range(0, list.Count).Select(place =>
        {
            int count = list.Copy(place, buffer, 2);
            return Encoding.ASCII.GetString(buffer, 2, count);
        }));
    }

    [Fact]
    public void List_of_several_strings_has_each_text_at_its_place()
    {
        var list = new FlashList(["one|two|", "|°C|four"], '|');
        byte[] buffer = new byte[4];

        Assert.Equal(["one", "two", "", "", "°C", "four"], s_places.Select(place =>
            Encoding.UTF8.GetString(buffer, 0, list.Copy(place, buffer, 0))));
        Assert.Equal((byte)'u', list.Byte(6, 2));
    }

    [Fact]
    public void List_of_one_line_has_one_text()
    {
        var list = new FlashList("only");

        Assert.Equal(1, list.Count);
        Assert.Equal(4, list.Copy(0, new byte[4], 0));
    }
}
