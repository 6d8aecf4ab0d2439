using System.Globalization;
using System.Text;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>What a probe reads as a map for a person: eight registers a row, those that changed marked.</summary>
public sealed class ProbeMap : IProbeOutput
{
    private const int RowLength = 8;

    private readonly SortedDictionary<(string Battery, int Function), SortedDictionary<int, (int Value, int Changes, int Passes)>> _maps = [];
    private readonly List<string> _refused = [];

    /// <inheritdoc/>
    public void Read(Battery battery, ReadRequest request, byte[] registers, int pass, long nowMs)
    {
        (string Battery, int Function) key = (Name(battery), request.Function);
        if (!_maps.TryGetValue(key, out SortedDictionary<int, (int Value, int Changes, int Passes)>? map))
        {
            map = [];
            _maps.Add(key, map);
        }

        for (int i = 0; i < request.Count; i++)
        {
            int value = (registers[2 * i] << 8) | registers[(2 * i) + 1];
            bool isKnown = map.TryGetValue(request.Register + i, out (int Value, int Changes, int Passes) last);
            map[request.Register + i] = (value, last.Changes + (isKnown && last.Value != value ? 1 : 0), last.Passes + 1);
        }
    }

    /// <inheritdoc/>
    public void Refused(Battery battery, IReadOnlyList<RefusedRange> ranges) => _refused.AddRange(ranges.Select(range =>
        $"{Name(battery)}, function {range.Function}: 0x{range.From:X4}-0x{range.To:X4} refused, code {range.Code}"));

    /// <summary>Writes all of it.</summary>
    public void Write(TextWriter output)
    {
        foreach (((string battery, int function), SortedDictionary<int, (int Value, int Changes, int Passes)> map) in _maps)
        {
            int passes = map.Values.Max(register => register.Passes);
            output.WriteLine($"{battery}, function {function}: {Count(map.Count, "register", "registers")}, {Count(passes, "pass", "passes")}, * changed from one to another");
            foreach (IGrouping<int, KeyValuePair<int, (int Value, int Changes, int Passes)>> row in map.GroupBy(register => register.Key / RowLength))
            {
                output.WriteLine(Row(row.Key * RowLength, row.ToDictionary(register => register.Key, register => register.Value)));
            }
        }

        _refused.ForEach(output.WriteLine);
    }

    private static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    private static string Row(int first, Dictionary<int, (int Value, int Changes, int Passes)> registers)
    {
        var row = new StringBuilder().Append(CultureInfo.InvariantCulture, $"0x{first:X4} ");
        for (int register = first; register < first + RowLength; register++)
        {
            row.Append(registers.TryGetValue(register, out (int Value, int Changes, int Passes) found)
                ? string.Create(CultureInfo.InvariantCulture, $" {found.Value:X4}{(found.Changes > 0 ? '*' : ' ')}")
                : " --   "[..6]);
        }

        return row.ToString().TrimEnd();
    }

    private static string Name(Battery battery)
    {
        byte[] text = new byte[SerialText.MaxLength];
        string serial = Encoding.ASCII.GetString(text, 0, SerialText.Format(battery.Serial, text));
        return string.Create(CultureInfo.InvariantCulture, $"battery {battery.Number} {serial}, bus id {battery.BusId}");
    }
}
