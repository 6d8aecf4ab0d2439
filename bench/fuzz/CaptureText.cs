using System.Globalization;
using System.Text;

namespace ValenceNano.Bench;

/// <summary>
/// The text of a capture: lines that are certainly good, lines that are certainly bad, and any bytes, with line ends of
/// every sort, and now and then a line that is longer than a line may be.
/// </summary>
internal sealed class CaptureText
{
    private const int MaxLines = 30;
    private const int TooLong = (1 << 20) + (1 << 17);

    private static readonly string[] Ends = ["\n", "\n", "\r\n", "\r\r\n", " \t\r\n"];
    private static readonly string[] Blanks = ["", "", " ", "\t", "  ", "\r", "\v\f"];
    private static readonly string[] Bads = ["z", "12 ->", "<-", "ABC", "0x02", "->->02", "F0 3", "\0", "02,03", "é"];

    private readonly List<byte> _text = [];
    private readonly Random _random;
    private readonly Grammar _grammar;
    private long _timeMs;

    public CaptureText(Random random)
    {
        _random = random;
        _grammar = new Grammar(random);
        _timeMs = random.NextInt64(1000);
        int lines = random.Next(MaxLines);
        Add(lines > 0 && random.Next(4) == 0 ? "\uFEFF" : "");
        for (int i = 0; i < lines; i++)
        {
            AddLine();
        }

        // The last line need not have an end, but then it must have something else.
        if (_text.Count > 1 && _text[^2] != '\n' && random.Next(3) == 0)
        {
            _text.RemoveAt(_text.Count - 1);
        }
    }

    /// <summary>The whole text.</summary>
    public byte[] Bytes => [.. _text];

    /// <summary>What each line has to give; null for one of which nobody knows.</summary>
    public List<ExpectedLine?> Lines { get; } = [];

    private void AddLine()
    {
        switch (_random.Next(300))
        {
            case < 150:
                AddGood();
                break;
            case < 220:
                Lines.Add(ExpectedLine.Bad);
                Add(Any(Blanks) + Any(Bads) + Any(Blanks) + (_random.Next(2) == 0 ? "# 02" : ""));
                break;
            case < 225:
                Lines.Add(ExpectedLine.Blank);
                Add(Any(Blanks) + (_random.Next(2) == 0 ? "# -> 0203\0z" : ""));
                break;
            case 225:
                Lines.Add(ExpectedLine.Bad);
                _text.AddRange(Enumerable.Repeat((byte)"0aA #\r\0"[_random.Next(7)], TooLong));
                break;
            default:
                Lines.Add(null);
                _text.AddRange(AnyBytes());
                break;
        }

        Add(Any(Ends));
    }

    // With an arrow, with a time of an odd number of digits, or of bytes whose first has a letter: all beyond doubt.
    private void AddGood()
    {
        byte[] bytes = _random.Next(3) == 0 ? _grammar.Part() : _grammar.Message();
        bytes = bytes.Length == 0 ? [0xFF] : bytes;
        string hex = Hex(bytes);
        long? timeMs = null;
        _timeMs += _random.Next(4) == 0 ? _random.Next(200) : _random.Next(20);
        string time = _timeMs.ToString(CultureInfo.InvariantCulture);
        switch (_random.Next(3))
        {
            case 0:
                timeMs = _random.Next(2) == 0 ? _timeMs : null;
                Add(Any(Blanks) + (timeMs == null ? "" : time) + Any(Blanks) + (_random.Next(2) == 0 ? "->" : "<-") + Any(Blanks) + hex);
                break;
            case 1:
                timeMs = _timeMs;
                Add(Any(Blanks) + (time.Length % 2 == 0 ? "0" : "") + time + " " + Convert.ToHexString(bytes));
                break;
            default:
                bytes = [0xFF, .. bytes];
                Add(Any(Blanks) + "fF" + hex);
                break;
        }

        Add(Any(Blanks) + (_random.Next(3) == 0 ? "# 02\0#" : ""));
        Lines.Add(new ExpectedLine(bytes, timeMs, IsSkipped: false));
    }

    private string Hex(byte[] bytes)
    {
        string hex = _random.Next(2) == 0 ? Convert.ToHexString(bytes) : Convert.ToHexStringLower(bytes);
        return _random.Next(2) == 0 ? hex : string.Join(' ', hex.Chunk(2 * _random.Next(1, 4)).Select(chunk => new string(chunk)));
    }

    private byte[] AnyBytes()
    {
        byte[] bytes = _grammar.Noise(_random.Next(60));
        for (int i = 0; i < bytes.Length && _random.Next(4) > 0; i++)
        {
            bytes[i] = (byte)"0123456789abcdefAF ->#\t\r"[bytes[i] % 24];
        }

        return [.. bytes.Where(value => value != '\n')];
    }

    private string Any(string[] texts) => texts[_random.Next(texts.Length)];

    private void Add(string text) => _text.AddRange(Encoding.UTF8.GetBytes(text));
}
