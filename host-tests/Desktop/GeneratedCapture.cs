using System.Text;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Desktop;

/// <summary>
/// A capture made of known messages, glued, cut, corrupt and with junk between them, in all the forms a line can have; and what
/// a decoder has to find in it.
/// </summary>
internal sealed class GeneratedCapture
{
    private readonly Random _random;
    private readonly bool _hasTimes;
    private readonly StringBuilder _text = new();
    private readonly List<byte> _line = [];
    private long _nowMs;

    public GeneratedCapture(int seed, bool hasTimes, int items)
    {
        _random = new Random(seed);
        _hasTimes = hasTimes;
        Whole(Frames.Round());
        for (int i = 0; i < items; i++)
        {
            AddItem();
        }

        EndLine(1000);
    }

    /// <summary>The text of the capture.</summary>
    public string Text => _text.ToString();

    /// <summary>What is in it; neighbouring runs of junk are one, and have no time.</summary>
    public List<(MessageKind Kind, long? TimeMs, string Hex)> Expected { get; } = [];

    /// <summary>How many of its data replies contradict themselves.</summary>
    public int Contradictions { get; private set; }

    /// <summary>How many of its lines are none of a capture.</summary>
    public int BadLines { get; private set; }

    private void AddItem()
    {
        byte[] message = Message();
        switch (_random.Next(10))
        {
            case 0:
                message[_random.Next(message.Length)] ^= (byte)(1 << _random.Next(8));
                Junk(message);
                break;
            case 1:
                Junk(Bytes(_random.Next(1, 160)));
                break;
            case 2 when _hasTimes:
                int at = _random.Next(1, message.Length);
                Junk(message[..at]);
                EndLine(_random.Next(2) == 0 ? 50 : 5000);
                Junk(message[at..]);
                break;
            case 3:
                Contradictions++;
                Whole(Frames.Data((0, _random.Next(2, 8)), (DataReplyLayout.SocAgain, _random.Next(0xEE))));
                break;
            default:
                Whole(message);
                break;
        }

        // Without an end here the next item stands glued to this one.
        if (_random.Next(4) > 0)
        {
            EndLine(_random.Next(120));
        }
    }

    private byte[] Message() => _random.Next(12) switch
    {
        0 => Frames.Reset(),
        1 => Frames.Round(),
        2 => Frames.SlotPoll(_random.Next(6)),
        3 => Frames.Serial(Bytes(MessageFormat.SerialLength)),
        4 => Frames.Assign(Bytes(MessageFormat.SerialLength), _random.Next(2, 18)),
        5 => Frames.Assigned(_random.Next(2, 18)),
        6 => Frames.Read(_random.Next(2, 18)),
        7 => Frames.Write(_random.Next(2, 18), 0x4B, _random.Next(0x10000)),
        8 => Frames.Acknowledge(_random.Next(2, 18), 0x4B),
        _ => Frames.Data(
            (0, _random.Next(2, 18)), (DataReplyLayout.CurrentMa, _random.Next(256)), (DataReplyLayout.Unknown7, _random.Next(256))),
    };

    private byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private void Whole(byte[] message)
    {
        var splitter = new MessageSplitter();
        splitter.Put(message, 0, message.Length, nowMs: 0);
        Expected.Add((splitter.Next(0), _hasTimes ? _nowMs : null, Convert.ToHexStringLower(message)));
        foreach (byte b in message)
        {
            _line.Add(b);
            if (_random.Next(40) == 0)
            {
                EndLine(_random.Next(50));
            }
        }
    }

    private void Junk(byte[] bytes)
    {
        _line.AddRange(bytes);
        string hex = Convert.ToHexStringLower(bytes);
        if (Expected.Count > 0 && Expected[^1].Kind == MessageKind.Junk)
        {
            hex = Expected[^1].Hex + hex;
            Expected.RemoveAt(Expected.Count - 1);
        }

        Expected.Add((MessageKind.Junk, null, hex));
    }

    private void EndLine(int gapMs)
    {
        if (_line.Count > 0)
        {
            string hex = string.Join(_random.Next(2) == 0 ? " " : "", _line.Select(b => _random.Next(2) == 0 ? $"{b:x2}" : $"{b:X2}"));
            string time = _hasTimes ? $"{_nowMs,6} " : "";
            string arrow = Pick("", "", "-> ", "<-");
            _text.Append(time).Append(arrow).Append(hex).Append(Pick("", "", " # a comment", "\t")).Append(Pick("\n", "\r\n"));
            AddOtherLine();
        }

        _line.Clear();
        _nowMs += gapMs;
    }

    private void AddOtherLine()
    {
        string other = Pick("", "", "", "", "", "", "", "\n", "# a comment\n", "prose\n", "12 FF430\n", "12 ->\n");
        BadLines += other.Length > 1 && other[0] != '#' ? 1 : 0;
        _text.Append(other);
    }

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
