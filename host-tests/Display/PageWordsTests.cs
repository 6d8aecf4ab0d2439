using System.Reflection;
using ValenceNano.Desktop;
using ValenceNano.Display;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Display;

public class PageWordsTests
{
    [Fact]
    public void Words_of_the_bus_page_are_explained()
    {
        string[] words = [.. typeof(BusPage).GetFields(BindingFlags.NonPublic | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(string) && !field.IsLiteral && field.Name != "_version")
            .Select(field => ((string)field.GetValue(null)!).Trim(' ', ','))];

        Assert.Contains("timeouts", words);
        Assert.All(words, word => Assert.Contains($"`{word}`", Explained()));
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

    private static string Explained() => File.ReadAllText(Path.Combine(Sources.Root(), "docs", "pages.md"));
}
