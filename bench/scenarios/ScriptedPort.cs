using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>
/// A port with one battery behind it, or none: its answers lie ready, so that answering is no part of what is counted.
/// A data reply arrives in three pieces.
/// </summary>
internal sealed class ScriptedPort : IBusPort
{
    /// <summary>A public data reply of a battery with bus id 2.</summary>
    public static readonly byte[] DataReply = Convert.FromHexString(
        "020336171515150f000004a8005004151715181815800084000000840000000b0d090d2834000028340000eeee001004000a0d090d0a0d0b0deae4");

    private static readonly byte[] Serial = Sealed("FF7011434242313132383130333138");
    private static readonly byte[] Assigned = Sealed("FF420602");

    // Where the pieces end, and when they have arrived, ms behind the request: battery and wire need 7 ms.
    private static readonly (int End, long AfterMs)[] DataPieces = [(20, 4), (40, 6), (59, 7)];
    private static readonly (int End, long AfterMs)[] AtOnce = [(17, 3)];
    private static readonly (int End, long AfterMs)[] AfterTheAcknowledgement = [(6, 28)];

    private readonly bool _hasBattery;
    private bool _hasBusId;
    private byte[] _answer = [];
    private (int End, long AfterMs)[] _pieces = [];
    private int _nextPiece;
    private int _taken;
    private long _requestMs;

    /// <summary>Makes a port; without a battery nothing ever answers.</summary>
    public ScriptedPort(bool hasBattery) => _hasBattery = hasBattery;

    /// <summary>The time, ms.</summary>
    public long NowMs { get; set; }

    /// <inheritdoc/>
    public void Write(byte[] buffer, int offset, int count)
    {
        if (!_hasBattery)
        {
            return;
        }

        int command = buffer[offset + 1];
        if (command == MessageFormat.SlotPollCommand && !_hasBusId)
        {
            Answer(Serial, AtOnce);
        }
        else if (command == MessageFormat.AssignCommand)
        {
            _hasBusId = true;
            Answer(Assigned, AfterTheAcknowledgement);
        }
        else if (buffer[offset] == DataReply[0])
        {
            Answer(DataReply, DataPieces);
        }
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        if (_nextPiece == _pieces.Length || NowMs < _requestMs + _pieces[_nextPiece].AfterMs)
        {
            return 0;
        }

        int length = _pieces[_nextPiece].End - _taken;
        Array.Copy(_answer, _taken, buffer, offset, length);
        _taken += length;
        _nextPiece++;
        return length;
    }

    private static byte[] Sealed(string hex)
    {
        byte[] message = Convert.FromHexString(hex + "0000");
        Crc16.Seal(message, message.Length);
        return message;
    }

    private void Answer(byte[] answer, (int End, long AfterMs)[] pieces)
    {
        _answer = answer;
        _pieces = pieces;
        _nextPiece = 0;
        _taken = 0;
        _requestMs = NowMs;
    }
}
