namespace ValenceNano.Network;

/// <summary>What the value of a member is.</summary>
public enum JsonKind
{
    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>A whole number that an <c>int</c> can be.</summary>
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
