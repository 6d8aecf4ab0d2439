namespace ValenceNano.Model;

/// <summary>
/// How the batteries are wired together: a setting, for nothing on the bus tells it. The words stand in <see cref="SettingTable"/>
/// in this order.
/// </summary>
public enum BankWiring
{
    /// <summary>One string: one current through all, the volts add.</summary>
    Series,

    /// <summary>All at one voltage, the amps add.</summary>
    Parallel,

    /// <summary>Packs with nothing in common but the bus.</summary>
    Separate,
}
