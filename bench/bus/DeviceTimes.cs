namespace ValenceNano.Bench;

/// <summary>Runs the firmware on a virtual device that is as slow as its processor, and measures it.</summary>
public sealed class DeviceTimes
{
    private const int Cycles = 40;
    private const int NoiseMs = 30_000;

    /// <summary>How long the clients of <see cref="Flood"/> ask, ms.</summary>
    public const int FloodMs = 60_000;

    private readonly MeteredContext _context = new(onlySum: true);

    /// <summary>Poll cycles of this many batteries, 1..16, all of them live.</summary>
    public DeviceTime Cycle(int batteries, int instructionUs) =>
        Of($"device_cycle_{batteries}", instructionUs, Run<long[]>(nameof(DeviceRun.Cycles), batteries, instructionUs, Cycles));

    /// <summary>The discovery at start-up of this many batteries, 1..6, each in a slot of its own.</summary>
    public DeviceTime Discovery(int batteries, int instructionUs) =>
        Of($"device_discovery_{batteries}", instructionUs, Run<long>(nameof(DeviceRun.Discovery), batteries, instructionUs));

    /// <summary>A minute of the settled product with this many batteries.</summary>
    public LoopCost LoopMinute(int batteries)
    {
        long[] cost = Run<long[]>(nameof(DeviceRun.LoopMinute), batteries);
        return new LoopCost("loop_minute", cost[0], cost[1]);
    }

    /// <summary>Random bytes at the full speed of the bus for 30 s, with three batteries.</summary>
    /// <param name="instructionUs">How long an instruction takes, us.</param>
    /// <param name="isTraced">The firmware's trace is on.</param>
    public NeverQuietTime NeverQuiet(int instructionUs, bool isTraced = false)
    {
        long[] times = Run<long[]>(nameof(DeviceRun.NeverQuiet), instructionUs, NoiseMs, isTraced);
        return new NeverQuietTime(times[0], times[1], times[2]);
    }

    /// <summary>Polls of 6 batteries at 4 us an instruction, while so many clients of the page ask without pause.</summary>
    public FloodTime Flood(int clients)
    {
        long[] flood = Run<long[]>(nameof(FloodRun.Polls), typeof(FloodRun), 6, 4, clients, FloodMs);
        return new FloodTime(clients, flood[0], flood[1], flood[2], flood[3]);
    }

    private static DeviceTime Of(string name, int instructionUs, params long[] times)
    {
        Array.Sort(times);
        return new DeviceTime(name, instructionUs, times[times.Length / 2], times[^1]);
    }

    private T Run<T>(string method, params object[] arguments) => Run<T>(method, typeof(DeviceRun), arguments);

    private T Run<T>(string method, Type type, params object[] arguments) => _context.Call<T>(type, method, arguments);
}
