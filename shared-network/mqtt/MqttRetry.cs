namespace ValenceNano.Network;

/// <summary>
/// When to try again: after 1 s, and twice as long after each failure, to 8 s, and up to a quarter more by chance, so that not all
/// displays come at once to a broker that has restarted.
/// </summary>
internal sealed class MqttRetry
{
    private const int FirstMs = 1000;
    private const int LastMs = 8000;

    private int _delayMs = FirstMs;
    private int _random;
    private long _dueMs;

    /// <param name="id">Another one draws other numbers.</param>
    public MqttRetry(byte[] id)
    {
        for (int i = 0; i < id.Length; i++)
        {
            _random = (_random * 31) + id[i];
        }
    }

    /// <summary>Tells whether it is time.</summary>
    public bool IsDue(long nowMs) => nowMs >= _dueMs;

    /// <summary>It went well, or all is new: the next failure is the first, and it is time.</summary>
    public void Forget()
    {
        _delayMs = FirstMs;
        _dueMs = 0;
    }

    /// <summary>Trying again soon will not help.</summary>
    public void Slow() => _delayMs = LastMs;

    /// <summary>It failed.</summary>
    public void Wait(long nowMs)
    {
        _random = (_random * 1103515245) + 12345;
        int quarter = _delayMs / 4;
        _dueMs = nowMs + _delayMs + (((_random >> 16) & 32767) * quarter / 32768);
        _delayMs = _delayMs < LastMs ? _delayMs * 2 : LastMs;
    }
}
