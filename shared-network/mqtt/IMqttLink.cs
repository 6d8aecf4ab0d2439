namespace ValenceNano.Network;

/// <summary>
/// The way to a broker, for whoever publishes: one message at a time, its topic first. What is retained is sent with QoS 1, the rest with
/// QoS 0. A message may be longer than the buffer: it is then written in pieces.
/// </summary>
public interface IMqttLink
{
    /// <summary>How many sessions there have been: when it grows the broker has heard nothing of us.</summary>
    int Sessions { get; }

    /// <summary>How often Home Assistant has said that it has started.</summary>
    int Births { get; }

    /// <summary>A session is open, and the next message, or the next piece of one, may be written.</summary>
    bool IsReady { get; }

    /// <summary>A session is open, and the broker has acknowledged all that was retained and said in it.</summary>
    bool IsConfirmed { get; }

    /// <summary>Where it is written.</summary>
    JsonWriter Text { get; }

    /// <summary>Begins a message; its topic is written next.</summary>
    void Begin(bool isRetained);

    /// <summary>The topic is whole; the payload is written next.</summary>
    void EndTopic();

    /// <summary>Goes on with a payload of which there was a piece before.</summary>
    void BeginPiece();

    /// <summary>The payload is whole.</summary>
    void EndMessage(long nowMs);

    /// <summary>Part of the payload is written.</summary>
    /// <param name="length">Of how many bytes the payload is in all, the same for each piece.</param>
    /// <param name="nowMs">Time since start-up, ms.</param>
    /// <returns>How many bytes are still to come; less than 0: more were written than there are, and the session is over.</returns>
    int EndPiece(int length, long nowMs);

    /// <summary>Ends the session: what was begun cannot be finished.</summary>
    void Drop(long nowMs);
}
