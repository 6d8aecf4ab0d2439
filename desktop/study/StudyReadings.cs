using System.Text;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>What is known of a reply, to hold the unknown bytes against.</summary>
public static class StudyReadings
{
    /// <summary>Where the highest cell temperature stands in <see cref="All"/>.</summary>
    public static readonly int CellMaxC;

    /// <summary>All of them. The names are those of the JSON keys, with a number behind where there are several; each is got from a reply and what
    /// <see cref="ReplyReadings.Fetch"/> has fetched of it.</summary>
    public static readonly IReadOnlyList<(string Name, Func<Telemetry, long[], int> Get)> All;

    static StudyReadings()
    {
        var all = new List<(string Name, Func<Telemetry, long[], int> Get)>();
        foreach (ReadingId id in new[] { ReadingId.CellMax, ReadingId.CellMin, ReadingId.Voltage, ReadingId.Soc, ReadingId.Current, ReadingId.Current2 })
        {
            all.Add((Key(id), (_, fetched) => (int)fetched[(int)id]));
        }

                all.Add(("cell_spread_mv", (v, _) => v.CellMaxMv - v.CellMinMv));
        all.Add(("soc_byte", (v, _) => ((v.SocPermille * 255) + 500) / 1000));
        CellMaxC = all.Count;
        all.Add(("cell_max_c", (v, _) => v.CellMaxC));
        all.Add(("cell_min_c", (v, _) => v.CellMinC));
        all.Add(("board_max_c", (v, _) => v.BoardMaxC));
        foreach (ReadingId id in new[] { ReadingId.CellVoltage, ReadingId.CellTemperature, ReadingId.BoardTemperature })
        {
            int count = id == ReadingId.BoardTemperature ? Telemetry.BoardCount : Telemetry.CellCount;
            all.AddRange(Enumerable.Range(0, count).Select(i => ($"{Key(id)}_{i + 1}", (Func<Telemetry, long[], int>)((v, _) => ReplyReadings.Item(v, id, i)))));
        }

        All = all;
    }

    /// <summary>Where a reading stands in <see cref="All"/>.</summary>
    public static int IndexOf(ReadingId id) => All.Select(reading => reading.Name).ToList().IndexOf(Key(id));

    private static string Key(ReadingId id) => Encoding.ASCII.GetString(ReadingJson.Key(id));
}
