namespace ValenceNano.Model;

/// <summary>What the panel rests on. The words stand in <see cref="SettingTable"/> in this order.</summary>
public enum RestPage
{
    /// <summary>All pages in turn.</summary>
    Round,

    /// <summary>The bank; other pages are turned to by hand.</summary>
    Bank,
}
