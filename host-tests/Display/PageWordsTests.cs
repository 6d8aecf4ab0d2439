using System.Reflection;
using System.Text.RegularExpressions;
using ValenceNano.Desktop;
using ValenceNano.Display;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Display;

public class PageWordsTests
{
    [Fact]
    public void Words_of_the_bus_page_are_explained()
    {
        string[] words = [.. Enumerable.Range((int)PageText.BusStarting, PageText.Last - PageText.BusStarting + 1)
            .Where(text => text != (int)PageText.Version)
            .Select(text => TextOf((PageText)text).Trim(' ', ','))];

        Assert.Contains("timeouts", words);
        Assert.All(words, word => Assert.Contains($"`{word}`", Explained()));
    }

    [Fact]
    public void Words_of_the_other_pages_are_explained()
    {
        string quoted = string.Join('\n', Regex.Matches(Explained(), "`([^`\n]+)`|^## (.+)$", RegexOptions.Multiline).Select(match => match.Value));

        IEnumerable<string> words = Enumerable.Range((int)PageText.FullIn, PageText.WakeIt - PageText.FullIn + 1)
            .Where(text => text != (int)PageText.Version)
            .Select(text => TextOf((PageText)text).Trim(' ', ','));

        Assert.All(words, word => Assert.Contains(word, quoted));
    }

    [Fact]
    public void Meanings_of_alarms_are_explained()
    {
        IEnumerable<string> meanings = Enum.GetValues<AlarmKind>().Select(kind =>
        {
            int place = AlarmTable.Meaning(kind);
            return LineText.Of(new TextLine().Add(AlarmTable.Words, place));
        });

        Assert.All(meanings, meaning => Assert.Contains($"`{meaning}`", Explained()));
    }

    [Fact]
    public void Texts_of_the_pages_are_as_many_as_their_numbers()
    {
        var list = (FlashTexts)typeof(PageTexts).GetField("_texts", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        Assert.Equal(list.Count, Enum.GetValues<PageText>().Length);
    }

    private static string TextOf(PageText text) => LineText.Of(new TextLine().Add(text));

    private static string Explained() => File.ReadAllText(Path.Combine(Sources.Root(), "docs", "pages.md"));
}
