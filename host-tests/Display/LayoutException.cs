namespace ValenceNano.HostTests.Display;

/// <summary>A page was laid out badly: something outside the panel, or over something else.</summary>
internal sealed class LayoutException(string message) : Exception(message);
