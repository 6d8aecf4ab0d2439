namespace ValenceNano.Desktop;

/// <summary>A serial port that cannot be opened: the message says why and what to do.</summary>
public sealed class PortException(string message, Exception? inner = null) : Exception(message, inner);
