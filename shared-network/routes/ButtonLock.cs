namespace ValenceNano.Network;

/// <summary>
/// What the page may change only when somebody stands before the product: a press of its button opens the lock for two minutes.
/// </summary>
public sealed class ButtonLock
{
    /// <summary>So long it stays open, ms.</summary>
    public const int OpenMs = 120000;

    private long _untilMs;

    /// <summary>It never closes: the owner has said so at the start.</summary>
    public bool IsAlwaysOpen { get; init; }

    /// <summary>The button was pressed.</summary>
    public void Unlock(long nowMs) => _untilMs = nowMs + OpenMs;

    /// <summary>Tells whether it is open.</summary>
    public bool IsOpen(long nowMs) => IsAlwaysOpen || nowMs < _untilMs;
}
