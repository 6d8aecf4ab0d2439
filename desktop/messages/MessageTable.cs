using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Unicode;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>Messages as a table for a person, one line each: time, who sent it, name, meaning.</summary>
public sealed class MessageTable(IBufferWriter<byte> output) : IMessageWriter
{
    /// <summary>Room for the longest line: a data reply that contradicts itself, every number at its longest.</summary>
    private const int MaxLength = 1024;

    private const int MaxNumber = 24;

    // By decimals.
    private static readonly string[] s_plain = ["0", "0.0", "0.00", "0.000"];
    private static readonly string[] s_signed = ["+0;-0", "+0.0;-0.0", "+0.00;-0.00", "+0.000;-0.000"];
    private static readonly double[] s_scales = [1, 10, 100, 1000];

    private readonly long[] _fetched = new long[Readings.Slots];
    private readonly UnknownBytes _unknown = new();
    private readonly byte[] _line = new byte[MaxLength];
    private int _length;
    private bool _hasHeader;

    private static ReadOnlySpan<byte> Header =>
        "      ms    name       meaning (-> master, <- battery, ?? in no whole message, * changed since the last reply of this id)\n"u8;

    private Span<byte> Rest => _line.AsSpan(_length);

    /// <inheritdoc/>
    public void Write(BusMessage message)
    {
        if (!_hasHeader)
        {
            _hasHeader = true;
            output.Write(Header);
        }

        _length = 0;
        AddTime(message.TimeMs);
        Add(Rest, $" {Sender(message.Kind)} {MessageNames.Of(message.Kind),-10} ");
        AddMeaning(message);
        if (message.Remark is string remark)
        {
            Add(Rest, $"  ({remark})");
        }

        _length = _line.AsSpan(0, _length).TrimEnd((byte)' ').Length;
        Add(Rest, $"\n");
        output.Write(_line.AsSpan(0, _length));
    }

    private static string Sender(MessageKind kind) =>
        kind == MessageKind.Junk ? "??" : MessageFormat.IsFromMaster(kind) ? "->" : "<-";

    // The names that the Modbus specification gives.
    private static string Reason(int code) => code switch
    {
        1 => "1, illegal function",
        2 => "2, illegal register",
        3 => "3, illegal count or value",
        4 => "4, device failure",
        _ => code.ToString(CultureInfo.InvariantCulture),
    };

    private void AddTime(long? timeMs)
    {
        if (timeMs is long ms)
        {
            Add(Rest, $"{ms,8}");
        }
        else
        {
            Add(Rest, $"       -");
        }
    }

    private void AddMeaning(BusMessage message)
    {
        switch (message.Kind)
        {
            case MessageKind.Junk:
                AddHex(message.Bytes);
                break;
            case MessageKind.Reset:
                Add(Rest, $"power-up");
                break;
            case MessageKind.Round:
                Add(Rest, $"discovery begins");
                break;
            case MessageKind.SlotPoll:
                Add(Rest, $"slot {message.Slot}");
                break;
            case MessageKind.Serial:
                AddSerial(message.Serial);
                break;
            case MessageKind.Assign:
                Add(Rest, $"id {message.BusId,3}  ");
                AddSerial(message.Serial);
                break;
            case MessageKind.Data:
                AddData(message);
                break;
            case MessageKind.Write:
                Add(Rest, $"id {message.BusId,3}  register 0x{message.Register:x4} = 0x{message.Value:x4}");
                break;
            case MessageKind.Written:
                Add(Rest, $"id {message.BusId,3}  register 0x{message.Register:x4}");
                break;
            case MessageKind.Refused:
                Add(Rest, $"id {message.BusId,3}  function {message.Function} refused: {Reason(message.Code)}");
                break;
            case MessageKind.OtherRead:
                Add(Rest, $"id {message.BusId,3}  function {message.Function}  {message.Count} from register 0x{message.Register:x4}");
                break;
            case MessageKind.OtherWrite:
            case MessageKind.OtherReply:
                Add(Rest, $"id {message.BusId,3}  function {message.Function}  ");
                AddHex(message.Bytes);
                break;
            default:
                Add(Rest, $"id {message.BusId,3}");
                break;
        }
    }

    private void AddData(BusMessage message)
    {
        Telemetry v = message.Values;
        ReplyReadings.Fetch(v, _fetched);
        Add(Rest, $"id {message.BusId,3}  soc ");
        AddReading(ReadingId.Soc, width: 5);
        Add(Rest, $"  ");
        AddReading(ReadingId.Voltage, width: 0);
        Add(Rest, $"  I1 ");
        AddReading(ReadingId.Current, width: 8);
        Add(Rest, $"  I2 ");
        AddReading(ReadingId.Current2, width: 8);
        Add(Rest, $"  cells {v.CellMv(0)} {v.CellMv(1)} {v.CellMv(2)} {v.CellMv(3)} mV max {v.CellMaxMv} min {v.CellMinMv}");
        Add(Rest, $"  {v.CellC(0),3} {v.CellC(1),3} {v.CellC(2),3} {v.CellC(3),3} C  boards {v.BoardC(0),3} {v.BoardC(1),3} C ");
        _length += _unknown.Format(message.Bytes, Rest);
        if (v.Broken != ReplyRules.None)
        {
            AddContradictions(message);
        }
    }

    // With all decimals and its unit, as the table of readings has them; a current with its sign.
    private void AddReading(ReadingId id, int width)
    {
        ReadingUnit unit = ReadingTable.Unit(id);
        int decimals = ReadingTable.Decimals(unit);
        Span<byte> number = stackalloc byte[MaxNumber];
        string format = unit == ReadingUnit.Amperes ? s_signed[decimals] : s_plain[decimals];
        (_fetched[(int)id] / s_scales[decimals]).TryFormat(number, out int length, format, CultureInfo.InvariantCulture);
        for (int padded = length; padded < width; padded++)
        {
            Add(Rest, $" ");
        }

        number[..length].CopyTo(Rest);
        _length += length;
        Add(Rest, $" ");
        _length += ReadingTable.Texts.Copy(ReadingTable.UnitText(unit), _line, _length);
    }

    // The values above are then not to be trusted: the bytes themselves are what there is to look at.
    private void AddContradictions(BusMessage message)
    {
        Add(Rest, $" contradicts itself:");
        for (int rule = 1; rule <= (int)message.Values.Broken; rule <<= 1)
        {
            if (((int)message.Values.Broken & rule) != 0)
            {
                Add(Rest, $" {MessageNames.Of((ReplyRules)rule)}");
            }
        }

        Add(Rest, $"  in ");
        AddHex(message.Bytes);
    }

    private void AddSerial(ReadOnlySpan<byte> serial)
    {
        _length += SerialText.Format(serial, Rest);
        Add(Rest, $"  ");
        AddHex(serial);
        if (SerialDate.Guess(serial) is string made)
        {
            Add(Rest, $"  made {made}");
        }
    }

    private void AddHex(ReadOnlySpan<byte> bytes)
    {
        Convert.TryToHexStringLower(bytes, Rest, out int written);
        _length += written;
    }

    private void Add(Span<byte> rest, [InterpolatedStringHandlerArgument(nameof(rest))] ref Utf8.TryWriteInterpolatedStringHandler text)
    {
        Utf8.TryWrite(rest, ref text, out int written);
        _length += written;
    }
}
