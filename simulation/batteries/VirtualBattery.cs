using ValenceNano.Protocol;

namespace ValenceNano.Simulation;

/// <summary>
/// A battery that speaks the bus as docs/protocol.md has it: asleep until current flows, in a slot of its own choice in
/// each round, with a bus id that it forgets on the power-up message. Where nothing is known it does the plausible.
/// </summary>
public sealed class VirtualBattery
{
    /// <summary>Current that wakes it, mA either way: the log was taken at 130.</summary>
    public const int WakeCurrentMa = 100;

    // It stays awake for some time without current; how long is a guess.
    private const long StayAwakeUs = 20_000_000;

    private const int SlotAnswerUs = 300;
    private const int AcknowledgementUs = 26_400;
    private const int WrittenUs = 600;
    private const int MinReplyUs = 400;
    private const int MaxReplyUs = 1600;

    private readonly byte[] _serial;
    private readonly byte[] _unknown = new byte[8];
    private readonly byte[] _answer = new byte[MessageFormat.MaxLength];
    private readonly Random _random;
    private int _slot;
    private long _lastCurrentUs = -StayAwakeUs;

    /// <summary>Makes a battery without a bus id.</summary>
    public VirtualBattery(ReadOnlySpan<byte> serial, int socPermille, int seed)
    {
        if (serial.Length != MessageFormat.SerialLength)
        {
            throw new ArgumentException("a serial has 12 bytes", nameof(serial));
        }

        _serial = serial.ToArray();
        _random = new Random(seed);
        _random.NextBytes(_unknown);
        _unknown[0] = 0x0F;
        Model = new BatteryModel(socPermille, _random);
    }

    /// <summary>Its charge, voltages and temperatures.</summary>
    public BatteryModel Model { get; }

    /// <summary>Its serial, 12 bytes.</summary>
    public ReadOnlySpan<byte> Serial => _serial;

    /// <summary>Its bus id; 0 while it has none.</summary>
    public int BusId { get; set; }

    /// <summary>A bus id that is not its own, under which it answers; 0: it answers under its own.</summary>
    public int AnswersAs { get; set; }

    /// <summary>It refuses to be read with this code of Modbus, 1..11; 0: it does not.</summary>
    public int RefusalCode { get; set; }

    /// <summary>So many registers are in its reply, whatever it is asked for: 1..125. Of another number than 27 they are all 0.</summary>
    public int RegisterCount { get; set; } = MessageFormat.DataRegisterCount;

    /// <summary>The slot it takes in every round, 0..5; null: one by chance, anew in each round.</summary>
    public int? Slot { get; set; }

    /// <summary>False: it is not on the bus.</summary>
    public bool IsPlugged { get; set; } = true;

    /// <summary>It answers: it is plugged in, and current flows or did so a little while ago.</summary>
    public bool IsAwake(long nowUs)
    {
        if (Math.Abs(Model.CurrentMa) >= WakeCurrentMa)
        {
            _lastCurrentUs = nowUs;
        }

        return IsPlugged && nowUs - _lastCurrentUs < StayAwakeUs;
    }

    /// <summary>Its electronics start anew: it has no bus id.</summary>
    public void Restart() => BusId = 0;

    /// <summary>Hears a whole message that ended at <paramref name="nowUs"/>.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="message">Its bytes.</param>
    /// <param name="nowUs">When its last byte ended.</param>
    /// <param name="answer">The answer, if there is one; good until the next call.</param>
    /// <returns>Time from the message's end to the answer's start, us; -1: no answer.</returns>
    public int Hear(MessageKind kind, ReadOnlySpan<byte> message, long nowUs, out ReadOnlySpan<byte> answer)
    {
        answer = default;
        if (!IsAwake(nowUs))
        {
            return -1;
        }

        switch (kind)
        {
            case MessageKind.Reset:
                BusId = 0;
                return -1;
            case MessageKind.Round:
                _slot = Slot ?? _random.Next(MessageFormat.SlotCount);
                return -1;
            case MessageKind.SlotPoll when BusId == 0 && message[MessageFormat.ManagementBody] == _slot:
                answer = _answer.AsSpan(0, AnswerWriter.Serial(_answer, _serial));
                return SlotAnswerUs + _random.Next(500);
            case MessageKind.Assign when message.Slice(MessageFormat.ManagementBody, _serial.Length).SequenceEqual(_serial):
                BusId = message[MessageFormat.AssignBusId];
                answer = _answer.AsSpan(0, AnswerWriter.Assigned(_answer, BusId));
                return AcknowledgementUs;
            case MessageKind.Read when BusId != 0 && message[0] == BusId:
                Model.AdvanceTo(nowUs);
                answer = _answer.AsSpan(0, AnswerRead(AnswersAs == 0 ? BusId : AnswersAs));
                return _random.Next(MinReplyUs, MaxReplyUs);
            case MessageKind.OtherRead when BusId != 0 && message[0] == BusId:
                Model.AdvanceTo(nowUs);
                AnswerWriter.Data(_answer, BusId, Model, _unknown);
                answer = _answer.AsSpan(0, OtherRegisters.Answer(_answer, message, _serial));
                return _random.Next(MinReplyUs, MaxReplyUs);
            case MessageKind.Write when BusId != 0 && message[0] == BusId:
                int register = (message[MessageFormat.WriteRegister] << 8) | message[MessageFormat.WriteRegister + 1];
                answer = _answer.AsSpan(0, AnswerWriter.Written(_answer, BusId, register));
                return WrittenUs;
            default:
                return -1;
        }
    }

    private int AnswerRead(int busId)
    {
        if (RefusalCode != 0)
        {
            return AnswerWriter.Refused(_answer, busId, MessageFormat.ReadFunction, RefusalCode);
        }

        return RegisterCount == MessageFormat.DataRegisterCount
            ? AnswerWriter.Data(_answer, busId, Model, _unknown)
            : AnswerWriter.Registers(_answer, busId, RegisterCount);
    }
}
