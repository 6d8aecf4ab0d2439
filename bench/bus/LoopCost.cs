namespace ValenceNano.Bench;

/// <summary>What the whole program costs the device.</summary>
/// <param name="Name">What it did meanwhile.</param>
/// <param name="Il">Instructions, those in the device's libraries among them.</param>
/// <param name="DeviceBytes">Bytes that the libraries' calls took from the device's heap; the program's own code takes none.</param>
public sealed record LoopCost(string Name, long Il, long DeviceBytes);
