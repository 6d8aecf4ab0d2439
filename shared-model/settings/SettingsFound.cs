namespace ValenceNano.Model;

/// <summary>What was found where settings are kept.</summary>
public enum SettingsFound
{
    /// <summary>None were kept yet.</summary>
    Nothing,

    /// <summary>A whole record.</summary>
    Whole,

    /// <summary>Something is there, but no whole record of ours: to be told, for the owner's settings are gone.</summary>
    Unreadable,
}
