using System;
using System.Threading;

namespace ValenceNano.Firmware;

/// <summary>The time of the chip.</summary>
public sealed class DeviceClock : IClock
{
    /// <inheritdoc/>
    public long NowMs => Environment.TickCount64;

    /// <inheritdoc/>
    public bool WaitUntil(long ms)
    {
        long wait = ms - NowMs;
        if (wait > 0)
        {
            Thread.Sleep((int)wait);
        }

        return true;
    }
}
