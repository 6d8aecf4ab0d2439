namespace ValenceNano.Bench;

/// <summary>How long something took on the device, many times.</summary>
/// <param name="Name">What it is.</param>
/// <param name="InstructionUs">How long an instruction took, us.</param>
/// <param name="MedianMs">The middle one, ms.</param>
/// <param name="WorstMs">The longest, ms.</param>
public sealed record DeviceTime(string Name, int InstructionUs, long MedianMs, long WorstMs);
