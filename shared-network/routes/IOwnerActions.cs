namespace ValenceNano.Network;

/// <summary>What an owner can have the product do besides changing settings.</summary>
public interface IOwnerActions
{
    /// <summary>Says what time it is; taken only while the product has no clock of its own.</summary>
    /// <param name="utcMs">Milliseconds since 1 January 1970, UTC.</param>
    /// <param name="offsetMinutes">Local time minus UTC, minutes, -1440..1440.</param>
    /// <param name="nowMs">Time since start-up, ms.</param>
    void SetTime(long utcMs, int offsetMinutes, long nowMs);

    /// <summary>Lets counters begin anew.</summary>
    /// <param name="what">The word of the request: <c>energy</c>, <c>extremes</c> or <c>health</c>.</param>
    /// <param name="count">Its length, bytes.</param>
    /// <param name="nowMs">Time since start-up, ms.</param>
    /// <returns>False: there is nothing of that name.</returns>
    bool Reset(byte[] what, int count, long nowMs);

    /// <summary>Forgets a battery that is not there any more.</summary>
    /// <param name="serial">Its 12 bytes, from the first place on.</param>
    /// <returns>False: none has that serial, or it is live.</returns>
    bool Forget(byte[] serial);
}
