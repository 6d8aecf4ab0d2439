using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Model.Alarms;

/// <summary>What a kind of alarm must do with its default limits, in values that a reply can say.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Severity">What <paramref name="Bad"/> is.</param>
/// <param name="Limit">The limit as it is set.</param>
/// <param name="Good">The last value that is not beyond it: the limit itself, if a reply can say that.</param>
/// <param name="Bad">A value just beyond it.</param>
/// <param name="Holds">A value back behind the limit, but not by the hysteresis.</param>
/// <param name="Ends">A value that ends it, a warning of the same kind as well.</param>
/// <param name="EndLimit">The limit to be passed for it to end.</param>
/// <param name="Cell">The cell group it tells.</param>
public sealed record AlarmCase(
    AlarmKind Kind, AlarmSeverity Severity, int Limit, int Good, int Bad, int Holds, int Ends, int EndLimit, int Cell)
{
    private const AlarmSeverity Warning = AlarmSeverity.Warning;
    private const AlarmSeverity Alarm = AlarmSeverity.Alarm;

    public static TheoryData<AlarmCase> All { get; } =
    [
        new(AlarmKind.CellHigh, Warning, 3700, 3700, 3701, 3651, 3650, 3650, 3),
        new(AlarmKind.CellHigh, Alarm, 3900, 3900, 3901, 3851, 3650, 3850, 3),
        new(AlarmKind.CellLow, Warning, 2800, 2800, 2799, 2849, 2850, 2850, 3),
        new(AlarmKind.CellLow, Alarm, 2500, 2500, 2499, 2549, 2850, 2550, 3),
        new(AlarmKind.CellHot, Warning, 50, 50, 51, 48, 47, 47, 3),
        new(AlarmKind.CellHot, Alarm, 60, 60, 61, 58, 47, 57, 3),
        new(AlarmKind.CellColdCharging, Alarm, 0, 0, -1, 2, 3, 3, 3),
        new(AlarmKind.BoardHot, Warning, 75, 75, 76, 73, 72, 72, 0),
        new(AlarmKind.BoardHot, Alarm, 85, 85, 86, 83, 72, 82, 0),
        new(AlarmKind.SocLow, Warning, 200, 200, 196, 227, 231, 230, 0),
        new(AlarmKind.SocLow, Alarm, 100, 102, 98, 129, 231, 130, 0),
        new(AlarmKind.CellSpread, Warning, 100, 100, 101, 81, 80, 80, 0),
    ];
}
