using ValenceNano.Bench;

namespace ValenceNano.HostTests.Bench;

public sealed class DeviceRunTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void Probe()
    {
        var context = new MeteredContext(onlySum: true);
        foreach (int us in (int[])[0, 2, 4, 6])
        {
            var time = System.Diagnostics.Stopwatch.StartNew();
            long[] c = context.Call<long[]>(typeof(DeviceRun), "Cycles", 6, us, 40);
            Array.Sort(c);
            output.WriteLine($"{us} us: cycle {c[0]} {c[20]} {c[^1]} discovery {context.Call<long>(typeof(DeviceRun), "Discovery", 6, us)}  {time.ElapsedMilliseconds} ms");
        }

        output.WriteLine(string.Join(' ', context.Call<long[]>(typeof(DeviceRun), "LoopMinute", 3)));
    }
}
