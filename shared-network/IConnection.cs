namespace ValenceNano.Network;

/// <summary>
/// One open stream connection. Nothing here waits and nothing throws: a fault of the line ends the connection, and
/// <see cref="IsOpen"/> says so.
/// </summary>
public interface IConnection
{
    /// <summary>False once the peer or a fault has ended it. Bytes that had arrived before may still be read.</summary>
    bool IsOpen { get; }

    /// <summary>Takes what has arrived.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="offset">Its first place.</param>
    /// <param name="count">At most so many bytes, 1 or more.</param>
    /// <returns>How many bytes, 0..<paramref name="count"/>; 0: there are none yet, or, if not <see cref="IsOpen"/>, none will come.</returns>
    int Read(byte[] buffer, int offset, int count);

    /// <summary>Sends what can be sent now.</summary>
    /// <param name="buffer">Where from.</param>
    /// <param name="offset">Its first byte.</param>
    /// <param name="count">At most so many bytes, 1 or more.</param>
    /// <returns>How many bytes were taken, 0..<paramref name="count"/>; 0: none fit now, or it is not <see cref="IsOpen"/>.</returns>
    int Write(byte[] buffer, int offset, int count);

    /// <summary>Ends it; harmless when it has ended.</summary>
    void Close();
}
