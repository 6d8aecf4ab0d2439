using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>What holds for the values of every data reply, whatever bytes it has.</summary>
internal static class TelemetryRules
{
    private const ReplyRules All = ReplyRules.CellMax | ReplyRules.CellMin | ReplyRules.VoltageSum | ReplyRules.VoltageAgain
        | ReplyRules.SocAgain | ReplyRules.CellTemperatures | ReplyRules.BoardTemperatures;

    public static void Check(Telemetry v)
    {
        Require.That(v.SocPermille is >= 0 and <= 1000, $"{v.SocPermille} permille");
        Require.That(IsCurrent(v.CurrentMa) && IsCurrent(v.Current2Ma), $"{v.CurrentMa} and {v.Current2Ma} mA");
        Require.That((v.Broken & ~All) == 0, $"broken rules {(int)v.Broken}");
        Check(v.CellMv(0), v.CellMv(1), v.CellMv(2), v.CellMv(3), v);
        Check(v.Numbers[Telemetry.FirstCellC..Telemetry.FirstBoardC], v.CellMinC, v.CellMaxC);
        Check([v.BoardC(0), v.BoardC(1)], int.MinValue, v.BoardMaxC);
    }

    private static void Check(int a, int b, int c, int d, Telemetry v)
    {
        int min = Math.Min(Math.Min(a, b), Math.Min(c, d));
        int max = Math.Max(Math.Max(a, b), Math.Max(c, d));
        Require.That(min >= 0 && max <= ushort.MaxValue, $"cells of {min}..{max} mV");
        Require.That(v.CellMinMv is >= 0 and <= ushort.MaxValue, $"lowest cell {v.CellMinMv} mV");
        Require.That(v.CellMaxMv is >= 0 and <= ushort.MaxValue, $"highest cell {v.CellMaxMv} mV");
        Holds(v, ReplyRules.CellMin, v.CellMinMv == min);
        Holds(v, ReplyRules.CellMax, v.CellMaxMv == max);
        long sum = a + b + c + d;
        Require.That(!v.SeesHalfTheGroups || Math.Abs(v.VoltageMv - (2 * sum)) < sum / 8.0, $"{v.VoltageMv} mV of {sum} mV are not half");
        Holds(v, ReplyRules.VoltageSum, v.VoltageMv == sum || v.SeesHalfTheGroups);
    }

    private static void Holds(Telemetry v, ReplyRules rule, bool isSo) =>
        Require.That((v.Broken & rule) == 0 == isSo, $"{v.Broken}, but {rule} is {isSo}");

    private static void Check(int[] temperatures, int min, int max)
    {
        int highest = int.MinValue;
        foreach (int c in temperatures)
        {
            Require.That(c is >= sbyte.MinValue and <= sbyte.MaxValue && c >= min, $"{c} deg C, the lowest being {min}");
            highest = Math.Max(highest, c);
        }

        Require.That(highest == max, $"{max} deg C is not {highest}");
    }

    // A 16-bit number with its sign set is never taken for one of 32 bits.
    private static bool IsCurrent(int ma) => ma is < 0x8000 or > 0xFFFF;
}
