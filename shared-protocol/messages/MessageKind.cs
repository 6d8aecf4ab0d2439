namespace ValenceNano.Protocol;

/// <summary>What a stretch of bytes on the bus is. The format of each is in <see cref="MessageFormat"/>.</summary>
public enum MessageKind
{
    /// <summary>No whole message is there yet.</summary>
    None,

    /// <summary>Bytes that belong to no whole message: noise, a collision, a message cut off.</summary>
    Junk,

    /// <summary>Master: the power-up message.</summary>
    Reset,

    /// <summary>Master: opens a discovery round.</summary>
    Round,

    /// <summary>Master: asks the batteries without a bus id that chose this slot.</summary>
    SlotPoll,

    /// <summary>Battery: its serial, the answer to a slot poll.</summary>
    Serial,

    /// <summary>Master: gives the battery with this serial a bus id.</summary>
    Assign,

    /// <summary>Battery: has taken the bus id.</summary>
    Assigned,

    /// <summary>Master: asks a battery for its data registers.</summary>
    Read,

    /// <summary>Battery: the data reply.</summary>
    Data,

    /// <summary>Master: writes one register of a battery. This product never sends it.</summary>
    Write,

    /// <summary>Battery: acknowledges the write.</summary>
    Written,

    /// <summary>Battery: refuses a read or a write, and says why.</summary>
    Refused,

    /// <summary>Master: asks for other registers than those of the data, or by function 4.</summary>
    OtherRead,

    /// <summary>Master: writes several registers. This product never sends it.</summary>
    OtherWrite,

    /// <summary>Battery: registers of another number than those of the data, or by function 4; or it acknowledges an <see cref="OtherWrite"/>.</summary>
    OtherReply,
}
