using System.Text;
using System.Text.Json;
using ValenceNano.Network;

namespace ValenceNano.Bench;

/// <summary>The reader of flat JSON, against the platform's own: what the one takes the other takes, and as the same members.</summary>
public sealed class JsonFuzzer : IFuzzer
{
    private static readonly string[] s_parts =
    [
        "{", "}", "[1]", ",", ":", "\"a\":", "\"b\" : ", "\"\":", "\"text\"", "\"\\n\\u00e9\\\"\"", "\"\\ud800\"", "\"\\x\"", "0", "-0", "12", "01", "1.5", "1e3", "1e", "-",
        "9007199254740993", "true", "false", "null", "nul", " ", "\n", "\t", "\"", "\\", "\u0001", "\u00e9",
    ];

    private readonly JsonReader _reader = new(new byte[JsonReader.MaxTextLength]);

    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public Tally Reached { get; } = new();

    /// <inheritdoc/>
    public int Run(Random random)
    {
        byte[] text = Text(random);
        bool isTaken = IsTaken(text, out int members);
        Require.That(isTaken == IsFlatObject(text), $"{isTaken} for {Encoding.UTF8.GetString(text)}");
        Reached.Add(isTaken ? members > 0 ? "members" : "empty" : "broken");
        return text.Length;
    }

    private static byte[] Text(Random random)
    {
        var text = new StringBuilder("{");
        bool isLikely = random.Next(2) == 0;
        for (int i = random.Next(6); i > 0; i--)
        {
            text.Append(isLikely ? $"\"k{i}\":{s_parts[random.Next(8, s_parts.Length)]}{(i > 1 ? "," : "")}" : s_parts[random.Next(s_parts.Length)]);
        }

        return Encoding.UTF8.GetBytes(text.Append(random.Next(10) > 0 ? "}" : "").ToString());
    }

    private bool IsTaken(byte[] text, out int members)
    {
        members = 0;
        _reader.Begin(text, text.Length);
        while (_reader.Next())
        {
            members++;
            Require.That(_reader.KeyStart + _reader.KeyLength <= text.Length, $"a key beyond the end");
        }

        return !_reader.IsBroken;
    }

    // Asks for no name: one with half a character can be parsed, and not be given as a string.
    private static bool IsFlatObject(byte[] text)
    {
        try
        {
            JsonElement root = JsonDocument.Parse(text).RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.EnumerateObject().All(member => member.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
