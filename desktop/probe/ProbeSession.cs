using System.Diagnostics;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>A probe on a real bus: a serial port and the time of day.</summary>
public static class ProbeSession
{
    private const int LookMs = 2;

    /// <summary>Runs until all is read, the time is over, or it is cancelled.</summary>
    /// <returns>One of <see cref="ExitCode"/>: nothing was found if no register was read, or if it had to stop.</returns>
    public static int Run(Probe probe, int? seconds, TextWriter error, CancellationToken cancellation)
    {
        var time = Stopwatch.StartNew();
        while (!probe.IsDone && !cancellation.IsCancellationRequested && !(time.Elapsed.TotalSeconds >= seconds))
        {
            long dueMs = probe.Poll(time.ElapsedMilliseconds);
            Thread.Sleep((int)Math.Clamp(dueMs - time.ElapsedMilliseconds, 1, LookMs));
        }

        if (probe.Trouble is string trouble)
        {
            error.WriteLine($"stopped: {trouble}");
        }

        return cancellation.IsCancellationRequested || (probe.HasRead && probe.Trouble == null) ? ExitCode.Done : ExitCode.NothingFound;
    }
}
