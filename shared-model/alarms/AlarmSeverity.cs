namespace ValenceNano.Model;

/// <summary>How bad it is.</summary>
public enum AlarmSeverity
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>Something to look after.</summary>
    Warning,

    /// <summary>Something to act on now.</summary>
    Alarm,
}
