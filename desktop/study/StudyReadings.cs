using System.Text;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>What is known of a reply, to hold the unknown bytes against.</summary>
public static class StudyReadings
{
    /// <summary>Where the highest cell temperature stands in <see cref="All"/>.</summary>
    public static readonly int CellMaxC;

    /// <summary>All of them. The names are those of the JSON keys, with a number behind where there are several.</summary>
    public static readonly IReadOnlyList<(string Name, Func<Telemetry, int> Get)> All;

    static StudyReadings()
    {
        List<(string Name, Func<Telemetry, int> Get)> all =
        [
            (Key(ReadingId.CellMax), v => v.CellMaxMv),
            (Key(ReadingId.CellMin), v => v.CellMinMv),
            (Key(ReadingId.Voltage), v => v.VoltageMv),
            (Key(ReadingId.Soc), v => v.SocPermille),
            (Key(ReadingId.Current), v => v.CurrentMa),
            (Key(ReadingId.Current2), v => v.Current2Ma),
            ("cell_spread_mv", v => v.CellMaxMv - v.CellMinMv),
            ("soc_byte", v => ((v.SocPermille * 255) + 500) / 1000),
        ];
        CellMaxC = all.Count;
        all.Add(("cell_max_c", v => v.CellMaxC));
        all.Add(("cell_min_c", v => v.CellMinC));
        all.Add(("board_max_c", v => v.BoardMaxC));
        foreach (ReadingId id in new[] { ReadingId.CellVoltage, ReadingId.CellTemperature, ReadingId.BoardTemperature })
        {
            all.AddRange(Enumerable.Range(0, ReadingTable.Items(id)).Select(i =>
                ($"{Key(id)}_{i + 1}", (Func<Telemetry, int>)(v => ReplyReadings.Item(v, id, i)))));
        }

        All = all;
    }

    /// <summary>Where a reading stands in <see cref="All"/>.</summary>
    public static int IndexOf(ReadingId id) => All.Select(reading => reading.Name).ToList().IndexOf(Key(id));

    private static string Key(ReadingId id) => Encoding.ASCII.GetString(ReadingJson.Key(id));
}
