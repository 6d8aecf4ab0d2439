namespace ValenceNano.Simulation;

/// <summary>Somebody's Wi-Fi network, as a <see cref="VirtualRadio"/> finds it.</summary>
/// <param name="name">Its name.</param>
/// <param name="password">Its password; an empty one if it has none.</param>
/// <param name="signalDbm">How strong it is heard.</param>
public sealed class VirtualHotspot(string name, string password, int signalDbm)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its password; an empty one if it has none.</summary>
    public string Password { get; } = password;

    /// <summary>How strong it is heard, dBm.</summary>
    public int SignalDbm { get; } = signalDbm;

    /// <summary>False: it is switched off, or out of reach.</summary>
    public bool IsInReach { get; set; } = true;

    /// <summary>The address that it gives.</summary>
    public string Address { get; set; } = "192.168.178.57";
}
