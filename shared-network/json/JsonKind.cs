namespace ValenceNano.Network;

/// <summary>What the value of a member is.</summary>
public enum JsonKind
{
    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>A whole number of at most 2 to the power of 53, either sign.</summary>
    Whole,

    /// <summary>A number that is larger, or has a fraction or an exponent.</summary>
    OtherNumber,

    /// <summary>true.</summary>
    True,

    /// <summary>false.</summary>
    False,

    /// <summary>null.</summary>
    Null,
}
