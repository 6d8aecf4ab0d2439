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
            .Where(field => field.FieldType == typeof(byte[]) && field.Name != "_version")
            .Select(field => LineText.Of(new TextLine().Add((byte[])field.GetValue(null)!)).Trim(' ', ','))];

        Assert.Contains("timeouts", words);
        Assert.All(words, word => Assert.Contains($"`{word}`", Explained()));
    }

    [Fact]
    public void Meanings_of_alarms_are_explained()
    {
        IEnumerable<string> meanings = Enum.GetValues<AlarmKind>().Select(kind =>
        {
            int place = AlarmTable.Meaning(kind);
            return LineText.Of(new TextLine().Add(AlarmTable.Text, place, AlarmTable.Length(place)));
        });

        Assert.All(meanings, meaning => Assert.Contains($"`{meaning}`", Explained()));
    }

    private static string Explained() => File.ReadAllText(Path.Combine(Sources.Root(), "docs", "pages.md"));
}
