using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>Several products on one virtual wire, each called whenever it asked for it.</summary>
internal static class WireRun
{
    public static void Until(VirtualClock clock, long ms, params BusMonitor[] products)
    {
        long[] dueMs = new long[products.Length];
        while (clock.NowMs < ms)
        {
            long nextMs = ms;
            for (int i = 0; i < products.Length; i++)
            {
                if (clock.NowMs >= dueMs[i])
                {
                    dueMs[i] = Math.Max(products[i].Poll(clock.NowMs), clock.NowMs + 1);
                }

                nextMs = Math.Min(nextMs, dueMs[i]);
            }

            clock.NowUs = nextMs * 1000;
        }
    }

    public static string Serial(Battery battery) => System.Text.Encoding.Latin1.GetString(battery.Serial);

    public static IEnumerable<Battery> All(BusMonitor product) =>
        Enumerable.Range(0, product.Batteries.Count).Select(i => product.Batteries[i]);
}
