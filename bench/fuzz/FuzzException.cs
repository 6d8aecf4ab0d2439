namespace ValenceNano.Bench;

/// <summary>A fuzzer found what must not be.</summary>
public sealed class FuzzException(string message, Exception? cause = null) : Exception(message, cause);
