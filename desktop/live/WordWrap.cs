using System.Text;

namespace ValenceNano.Desktop;

/// <summary>Breaks text into lines.</summary>
public static class WordWrap
{
    /// <summary>Lines of at most <paramref name="width"/> characters, broken at spaces alone unless one word is longer than a line.</summary>
    /// <param name="words">What is to stay together if it can: words, or several.</param>
    /// <param name="gap">What stands between two of them in a line.</param>
    /// <param name="width">1 or more.</param>
    public static IReadOnlyList<string> Lines(IEnumerable<string> words, string gap, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (string word in words.SelectMany(word => Split(word, width)))
        {
            if (line.Length > 0 && line.Length + gap.Length + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? gap : "").Append(word);
        }

        if (line.Length > 0)
        {
            lines.Add(line.ToString());
        }

        return lines;
    }

    private static IEnumerable<string> Split(string words, int width) =>
        words.Length <= width ? [words] : words.Split(' ').SelectMany(word => word.Chunk(width)).Select(part => new string(part));
}
