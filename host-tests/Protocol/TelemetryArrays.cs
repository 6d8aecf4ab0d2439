using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol;

/// <summary>The values of a reply of which there are several, together.</summary>
internal static class TelemetryArrays
{
    public static int[] AllCellMv(this Telemetry values) => values.Numbers[Telemetry.FirstCellMv..Telemetry.FirstCellC];

    public static int[] AllCellC(this Telemetry values) => values.Numbers[Telemetry.FirstCellC..Telemetry.FirstBoardC];

    public static int[] AllBoardC(this Telemetry values) => [values.BoardC(0), values.BoardC(1)];

    /// <summary>One of the bytes that nobody has decoded, by its offset in the reply.</summary>
    public static int Unknown(this Telemetry values, int offset)
    {
        (int number, int place) = offset < DataReplyLayout.CellMinC ? Math.DivRem(offset - DataReplyLayout.Unknown7, 4)
            : offset < DataReplyLayout.CurrentMa ? (2, offset - DataReplyLayout.Unknown21)
            : (3, offset - DataReplyLayout.Unknown45);
        return (values.Numbers[Telemetry.FirstUnknown + number] >> (8 * place)) & 0xFF;
    }
}
