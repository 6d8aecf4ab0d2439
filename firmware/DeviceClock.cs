using System.Threading;
using nanoFramework.Hardware.Esp32;

namespace ValenceNano.Firmware;

/// <summary>The time of the chip.</summary>
public sealed class DeviceClock : IClock
{
    private const int UsPerMs = 1000;

    /// <summary>The system's own clock goes in steps of so many ms, and so do its waits; a shorter one keeps all other threads waiting too.</summary>
    private const int StepMs = 10;

    /// <inheritdoc/>
    public long NowMs => (long)HighResTimer.GetCurrent() / UsPerMs;

    /// <inheritdoc/>
    /// <remarks>
    /// Half a step or more is waited for with the system, which ends it with a step: up to 10 ms too early or too late. Less is what
    /// passes while an answer is coming.
    /// </remarks>
    public bool WaitUntil(long ms)
    {
        long wait = ms - NowMs;
        if (wait >= StepMs / 2)
        {
            Thread.Sleep(wait < StepMs ? StepMs : (int)wait);
            return true;
        }

        while (NowMs < ms)
        {
            // Lets the other threads run.
            Thread.Sleep(0);
        }

        return true;
    }

    /// <summary>A number that another device has otherwise: no two start within the same microsecond of their clocks.</summary>
    /// <returns>0..65535.</returns>
    public static int StartNumber() => (int)(HighResTimer.GetCurrent() & 0xFFFF);
}
