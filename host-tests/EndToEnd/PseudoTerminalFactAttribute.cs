namespace ValenceNano.HostTests.EndToEnd;

/// <summary>A test on a pair of pseudo terminals, skipped where the program that makes them is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PseudoTerminalFactAttribute() : ProgramFactAttribute("socat");
