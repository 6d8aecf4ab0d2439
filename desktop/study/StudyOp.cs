namespace ValenceNano.Desktop;

/// <summary>What an unknown byte, or a bit of it, does.</summary>
public enum StudyOp
{
    /// <summary>It is a reading, or a simple function of it.</summary>
    Equal,

    /// <summary>The bit is set when a reading is above a value.</summary>
    SetWhenAbove,

    /// <summary>The bit is set when a reading is below a value.</summary>
    SetWhenBelow,

    /// <summary>It goes up and never down.</summary>
    Counts,

    /// <summary>It goes up and down with a reading, or against it.</summary>
    Follows,
}
