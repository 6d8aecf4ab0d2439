using System.Globalization;
using System.Text;

namespace ValenceNano.HostTests.Desktop.Captures;

/// <summary>One log in many shapes, as programs write them: bytes that came at a time, ms, from the master or from a battery.</summary>
internal sealed class ShapedLog(IReadOnlyList<(int Ms, byte[] Bytes, bool IsSent)> bursts)
{
    private static readonly DateTime NewYearsEve = new(2023, 12, 31, 23, 59, 58, DateTimeKind.Unspecified);

    private static readonly Dictionary<string, Func<ShapedLog, IEnumerable<string>>> Shapes = new()
    {
        ["own"] = log => log.Lines((ms, b, _) => $"{ms} {Hex(b, "")}"),
        ["hexdump -C"] = log => Dump(log.All, (at, row) => $"{at:x8}  {Row(row),-49} |{Text(row)}|"),
        ["hexdump"] = log => Dump(log.All, (at, row) => $"{at:x7} {Swapped(row)}"),
        ["xxd"] = log => Dump(log.All, (at, row) => $"{at:x8}: {Groups(row),-40} {Text(row)}"),
        ["xxd -p"] = log => log.All.Chunk(30).Select(row => Hex(row, "")),
        ["od -tx1"] = log => Dump(log.All, (at, row) => $"{Convert.ToString(at, 8).PadLeft(7, '0')} {Hex(row, " ")}"),
        ["dumps of single packets"] = log => log.Lines((_, b, _) => string.Join('\n', Dump(b, (at, row) => $"{at:x4}  {Hex(row, " "),-48}  {Text(row)}"))),
        ["ESPHome"] = log => log.Lines((ms, b, sent) => $"[{Clock(ms):HH:mm:ss}][D][uart_debug:114]: {(sent ? ">>>" : "<<<")} {Hex(b, ":", true)}"),
        ["ESPHome in colour"] = log => log.Lines((ms, b, sent) =>
            $"\u001B[0;36m[{Clock(ms):HH:mm:ss.fff}][D][uart_debug:114]: {(sent ? ">>>" : "<<<")} {Hex(b, ":", true)}\u001B[0m"),
        ["ESPHome, decimal"] = log => log.Lines((ms, b, _) => $"[{Clock(ms):HH:mm:ss}][D][uart_debug:158]: <<< {string.Join(',', b)}"),
        ["ESPHome, strings"] = log => log.Lines((ms, b, _) => $"[{Clock(ms):HH:mm:ss}][D][uart_debug:176]: <<< \"{Escaped(b, '"')}\""),
        ["ESPHome, binary"] = log => log.Lines((ms, b, _) =>
            $"[{Clock(ms):HH:mm:ss}][D][uart_debug:199]: <<< {string.Join(' ', b.Select(x => $"0b{x:b8} (0x{x:X2})"))}"),
        ["list in C"] = log => log.All.Chunk(12).Select(row => $"  {string.Join(", ", row.Select(x => $"0x{x:x2}"))},")
            .Prepend("unsigned char log[] = {").Append("};").Append($"unsigned int log_len = {log.All.Length};"),
        ["RX: and TX:"] = log => log.Lines((_, b, sent) => $"{(sent ? "TX" : "RX")}: {Hex(b, " ")}"),
        ["> and <"] = log => log.Lines((_, b, sent) => $"{(sent ? '>' : '<')} {Hex(b, " ")}"),
        ["clock"] = log => log.Lines((ms, b, _) => $"{Clock(ms):HH:mm:ss.fff} {Hex(b, " ")}"),
        ["clock in brackets"] = log => log.Lines((ms, b, sent) => $"({Clock(ms):HH:mm:ss,fff}) {(sent ? "->" : "<-")} {Hex(b, " ", true)}"),
        ["ISO 8601"] = log => log.Lines((ms, b, _) => $"{Clock(ms):yyyy-MM-ddTHH:mm:ss.fff}Z {Hex(b, "")}"),
        ["Python"] = log => log.Lines((_, b, _) => Python(b)),
        ["Python's log"] = log => log.Lines((ms, b, _) => $"{Clock(ms):yyyy-MM-dd HH:mm:ss,fff} DEBUG port: read {b.Length} bytes: {Python(b)}"),
        ["CSV, hex"] = log => log.Lines((ms, b, sent) => $"{ms},{(sent ? "tx" : "rx")},{Hex(b, " ")}").Prepend("time_ms,dir,data"),
        ["CSV, decimal"] = log => log.Lines((ms, b, _) => $"{Clock(ms):HH:mm:ss.fff};rx;{string.Join(' ', b)}").Prepend("Zeit;Richtung;Bytes"),
        ["CSV, a column a byte"] = log => log.Lines((ms, b, _) => Invariant($"{ms / 1000.0:0.000};{b.Length};{string.Join(';', b)}")),
        ["CSV, quoted"] = log => log.Lines((ms, b, _) => $"\"{Clock(ms):HH:mm:ss.fff}\",\"COM3\",\"{Hex(b, " ", true)}\"").Prepend("\"Time\",\"Port\",\"Data\""),
        ["logic analyser, s"] = log => log.Bytes((s, b) => Invariant($"{s:0.000000000000000},0x{b:X2},,")).Prepend("Time [s],Value,Parity Error,Framing Error"),
        ["logic analyser, named"] = log => log.Bytes((s, b) => Invariant($"\"Async Serial\",\"data\",{s:0.000000000},8.68e-05,0x{b:X2},"))
            .Prepend("name,type,start_time,duration,data,error"),
        ["logic analyser, ns"] = log => log.Bytes((s, b) => Invariant($"{s * 1e9:0.00},{b:X2}")).Prepend("Time[ns],0:UART: RX/TX data"),
        ["logic analyser, samples"] = log => log.Bytes((s, b) => Invariant($"{s * 1e6:0}-{(s * 1e6) + 86:0} uart: RX: {b:X2}")),
        ["logic analyser, decimal"] = log => log.Bytes((s, b) => Invariant($"{s:0.000000}\t{b}")),
        ["Docklight"] = log => log.Lines((ms, b, sent) => $"{Clock(ms):dd/MM/yyyy HH:mm:ss.fff} [{(sent ? "TX" : "RX")}] - {Hex(b, " ", true)}"),
        ["time above the bytes"] = log => log.Lines((ms, b, sent) => $"\n{Clock(ms):MM/dd/yyyy hh:mm:ss.fff tt} [{(sent ? "TX" : "RX")}]\n{Hex(b, " ", true)}"),
        ["RealTerm"] = log => log.Lines((ms, b, _) => Invariant($"{1704063598 + (ms / 1000.0):0.000}, {Hex(b, "", true)}")),
        ["hex beside text"] = log => log.All.Chunk(16).Select(row => $"{Hex(row, " ", true),-48}  {Text(row)}"),
        ["hex between bars"] = log => log.Lines((ms, b, _) => $"{Clock(ms):HH:mm:ss.fff} | {Hex(b, " ")} | {Text(b)}"),
        ["each byte in brackets"] = log => log.Lines((_, b, sent) => string.Concat(b.Select(x => sent ? $"[{x:X2}]" : $"<{x:X2}>"))),
        ["no leading zeros"] = log => log.Lines((_, b, _) => string.Join(' ', b.Select(x => $"{x:X}"))),
        ["no leading zeros, 0x"] = log => log.Lines((_, b, sent) => $"{(sent ? "SEND" : "RECV")}: {string.Join(' ', b.Select(x => $"0x{x:x}"))}"),
        ["JSON"] = log => log.Lines((ms, b, _) => Invariant($"{{\"t\": {ms / 1000.0:0.000}, \"dir\": \"rx\", \"data\": \"{Hex(b, "")}\"}}")),
        ["bytes with a sign"] = log => log.Lines((_, b, _) => $"[{string.Join(", ", b.Select(x => (sbyte)x))}]"),
        ["an h behind each"] = log => log.Lines((ms, b, _) => $"({Clock(ms):HH:mm:ss.fff}) [{string.Join(' ', b.Select(x => $"{x:X2}h"))}]"),
        ["system calls"] = log => log.Lines((_, b, _) => $"read(3, \"{string.Concat(b.Select(x => $"\\{Convert.ToString(x, 8)}"))}\", 255) = {b.Length}"),
    };

    /// <summary>What the shapes are called.</summary>
    public static IEnumerable<string> Names => Shapes.Keys;

    private byte[] All => [.. bursts.SelectMany(burst => burst.Bytes)];

    /// <summary>The log in one of the shapes.</summary>
    public string In(string shape) => string.Concat(Shapes[shape](this).Select(line => line + '\n'));

    /// <summary>The bytes alone.</summary>
    public byte[] Binary() => All;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static InvariantTime Clock(int ms) => new(NewYearsEve.AddMilliseconds(ms));

    private static string Hex(byte[] bytes, string between, bool isUpper = false) =>
        string.Join(between, bytes.Select(b => isUpper ? $"{b:X2}" : $"{b:x2}"));

    private static string Text(byte[] bytes) => string.Concat(bytes.Select(b => b is >= 0x20 and < 0x7F ? (char)b : '.'));

    private static string Row(byte[] row) => Hex(row[..Math.Min(8, row.Length)], " ") + (row.Length > 8 ? "  " + Hex(row[8..], " ") : "");

    private static string Groups(byte[] row) => string.Join(' ', row.Chunk(2).Select(pair => Hex(pair, "")));

    private static string Swapped(byte[] row) => string.Join(' ', row.Chunk(2).Select(pair => pair.Length == 2 ? $"{pair[1]:x2}{pair[0]:x2}" : $"00{pair[0]:x2}"));

    private static IEnumerable<string> Dump(byte[] bytes, Func<int, byte[], string> write) => bytes.Chunk(16).Select((row, i) => write(16 * i, row));

    private static string Python(byte[] bytes)
    {
        char quote = bytes.Contains((byte)'\'') && !bytes.Contains((byte)'"') ? '"' : '\'';
        return $"b{quote}{Escaped(bytes, quote)}{quote}";
    }

    private static string Escaped(byte[] bytes, char quote) => string.Concat(bytes.Select(b => b switch
    {
        (byte)'\\' => "\\\\",
        (byte)'\n' => "\\n",
        (byte)'\r' => "\\r",
        (byte)'\t' => "\\t",
        _ when b == quote => $"\\{quote}",
        >= 0x20 and < 0x7F => ((char)b).ToString(),
        _ => $"\\x{b:x2}",
    }));

    private IEnumerable<string> Lines(Func<int, byte[], bool, string> write) => bursts.Select(burst => write(burst.Ms, burst.Bytes, burst.IsSent));

    // A byte takes 87 us on the wire.
    private IEnumerable<string> Bytes(Func<double, byte, string> write) =>
        bursts.SelectMany(burst => burst.Bytes.Select((b, i) => write((burst.Ms / 1000.0) + (i * 86.8e-6), b)));

    /// <summary>A time that is written the same in every country.</summary>
    private readonly record struct InvariantTime(DateTime Time) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => Time.ToString(format, CultureInfo.InvariantCulture);
    }
}
