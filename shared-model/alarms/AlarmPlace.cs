namespace ValenceNano.Model;

/// <summary>Where in a battery an alarm is.</summary>
public enum AlarmPlace
{
    /// <summary>It is about the whole battery.</summary>
    Battery,

    /// <summary>In the cell group with the highest voltage.</summary>
    HighestCell,

    /// <summary>In the cell group with the lowest voltage.</summary>
    LowestCell,

    /// <summary>In the hottest cell group.</summary>
    HottestCell,

    /// <summary>In the coldest cell group.</summary>
    ColdestCell,
}
