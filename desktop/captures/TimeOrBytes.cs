using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>
/// Decides what the first word of a line is where it can be the time as well as bytes, as in <c>02 03 00 29 00 1B D4 3A</c>:
/// bytes if that makes more of the line whole messages. Where it does not, the line is as the last one that left no doubt, and
/// before the first of those the word is the time.
/// </summary>
public sealed class TimeOrBytes
{
    private readonly MessageSplitter _splitter = new();
    private bool _hasTimes = true;

    /// <summary>Takes note of a line that left no doubt.</summary>
    public void Learn(bool hasTime) => _hasTimes = hasTime;

    /// <summary>Tells whether the first <paramref name="wordLength"/> bytes of a line are its time.</summary>
    public bool IsTime(CaptureLine line, int wordLength)
    {
        int asBytes = CountInMessages(line.Buffer, line.Start, line.Length);
        int asTime = CountInMessages(line.Buffer, line.Start + wordLength, line.Length - wordLength);
        if (asBytes > asTime)
        {
            _hasTimes = false;
        }

        return _hasTimes;
    }

    private int CountInMessages(byte[] bytes, int start, int length)
    {
        int count = 0;
        for (int end = start + length; start < end;)
        {
            start += _splitter.Put(bytes, start, end - start, nowMs: 0);
            count += Drain();
        }

        _splitter.EndBurst();
        return count + Drain();
    }

    private int Drain()
    {
        int count = 0;
        for (MessageKind kind = _splitter.Next(0); kind != MessageKind.None; kind = _splitter.Next(0))
        {
            count += kind == MessageKind.Junk ? 0 : _splitter.MessageLength;
        }

        return count;
    }
}
