namespace ValenceNano.Firmware;

/// <summary>The time, and the way to let it pass: the chip's on a device, a virtual one on a desktop.</summary>
public interface IClock
{
    /// <summary>Now, ms since power-up.</summary>
    long NowMs { get; }

    /// <summary>Waits.</summary>
    /// <returns>False: the program is to end. A device's never does.</returns>
    bool WaitUntil(long ms);
}
