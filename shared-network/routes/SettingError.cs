namespace ValenceNano.Network;

/// <summary>Why a setting was not taken.</summary>
internal enum SettingError
{
    /// <summary>It was.</summary>
    None,

    /// <summary>The request is no flat JSON object.</summary>
    NotJson,

    /// <summary>There is no setting of that key.</summary>
    UnknownKey,

    /// <summary>It is out of its range, or nothing that it could be.</summary>
    OutOfRange,

    /// <summary>So many other batteries have names that there is no place for another one.</summary>
    NoRoomForName,

    /// <summary>It contradicts another one.</summary>
    Conflict,
}
