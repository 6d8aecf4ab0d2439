using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol;

/// <summary>The values of a reply of which there are several, together.</summary>
internal static class TelemetryArrays
{
    public static int[] AllCellMv(this Telemetry values) => values.Numbers[Telemetry.FirstCellMv..Telemetry.FirstCellC];

    public static int[] AllCellC(this Telemetry values) => values.Numbers[Telemetry.FirstCellC..Telemetry.FirstBoardC];

    public static int[] AllBoardC(this Telemetry values) => [values.BoardC(0), values.BoardC(1)];
}
