namespace ValenceNano.Desktop;

/// <summary>Whoever read standard output has gone, as <c>head</c> does: the command has nothing more to do.</summary>
public sealed class OutputClosedException() : Exception("standard output is closed");
