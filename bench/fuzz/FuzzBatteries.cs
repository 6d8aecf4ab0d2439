using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>
/// What the monitor hears: answers to what it sent, more or less right, another master, and noise. How bad the bus is
/// differs from case to case.
/// </summary>
internal sealed class FuzzBatteries
{
    private readonly FuzzPort _port;
    private readonly Random _random;
    private readonly Grammar _grammar;
    private readonly int _noisePercent;
    private readonly int _corruptPercent;
    private readonly int _silentPercent;
    private readonly bool _hasOtherMaster;
    private int _askedBusId = 2;

    public FuzzBatteries(FuzzPort port, Random random)
    {
        _port = port;
        _random = random;
        _grammar = new Grammar(random);
        _noisePercent = random.Next(3) * random.Next(40);
        _corruptPercent = random.Next(3) * random.Next(40);
        _silentPercent = random.Next(50);
        _hasOtherMaster = random.Next(4) == 0;
    }

    /// <summary>Bytes put on the bus so far.</summary>
    public int Bytes { get; private set; }

    /// <summary>Says something that nobody asked for, perhaps.</summary>
    /// <returns>How many bytes have arrived by the next poll.</returns>
    public int Speak()
    {
        if (Percent(_noisePercent))
        {
            Put(_grammar.Part());
        }

        if (_hasOtherMaster && Percent(30))
        {
            Put(Talk());
        }

        return Percent(70) ? _port.Waiting : _random.Next(_port.Waiting + 1);
    }

    /// <summary>Answers what was sent in the last poll.</summary>
    public void Hear()
    {
        byte[] sent = _port.Sent[.._port.SentLength];
        foreach (Piece request in ReferenceSplitter.All(sent))
        {
            if (!Percent(_silentPercent))
            {
                byte[] answer = Answer(request.Kind, sent.AsSpan(request.Start, request.Length));
                Put(answer.Length > 0 && Percent(_corruptPercent) ? _grammar.Corrupted(answer) : answer);
            }
        }
    }

    private byte[] Answer(MessageKind request, ReadOnlySpan<byte> bytes) => request switch
    {
        MessageKind.SlotPoll when Percent(40) => _grammar.SerialMessage(),
        MessageKind.Assign => _grammar.Assigned(bytes[MessageFormat.AssignBusId]),
        MessageKind.Read => _grammar.Data(Percent(95) ? bytes[0] : _random.Next(2, 9)),
        _ => [],
    };

    // The other master's requests, and what it is answered.
    private byte[] Talk()
    {
        byte[] message = _grammar.Message();
        Piece first = ReferenceSplitter.All(message)[0];
        if (first.Kind == MessageKind.Read)
        {
            _askedBusId = message[0];
        }

        return first.Kind == MessageKind.Data ? _grammar.Data(_askedBusId) : message;
    }

    private void Put(byte[] bytes)
    {
        _port.Put(bytes);
        Bytes += bytes.Length;
    }

    private bool Percent(int percent) => _random.Next(100) < percent;
}
