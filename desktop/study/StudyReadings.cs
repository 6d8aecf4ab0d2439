using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>What is known of a reply, to hold the unknown bytes against.</summary>
public static class StudyReadings
{
    /// <summary>All of them; the names are those of the JSON keys, with a number behind where there are several.</summary>
    public static readonly IReadOnlyList<(string Name, Func<Telemetry, int> Get)> All =
    [
        ("cell_max_mv", v => v.CellMaxMv),
        ("cell_min_mv", v => v.CellMinMv),
        ("cell_spread_mv", v => v.CellMaxMv - v.CellMinMv),
        ("voltage_mv", v => v.VoltageMv),
        ("soc_permille", v => v.SocPermille),
        ("soc_byte", v => ((v.SocPermille * 255) + 500) / 1000),
        ("current_ma", v => v.CurrentMa),
        ("current2_ma", v => v.Current2Ma),
        ("cell_max_c", v => v.CellMaxC),
        ("cell_min_c", v => v.CellMinC),
        ("board_max_c", v => v.BoardMaxC),
        ("cell_mv_1", v => v.CellMv[0]),
        ("cell_mv_2", v => v.CellMv[1]),
        ("cell_mv_3", v => v.CellMv[2]),
        ("cell_mv_4", v => v.CellMv[3]),
        ("cell_c_1", v => v.CellC[0]),
        ("cell_c_2", v => v.CellC[1]),
        ("cell_c_3", v => v.CellC[2]),
        ("cell_c_4", v => v.CellC[3]),
        ("board_c_1", v => v.BoardC[0]),
        ("board_c_2", v => v.BoardC[1]),
    ];
}
