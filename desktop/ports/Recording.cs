namespace ValenceNano.Desktop;

/// <summary>The capture that is written.</summary>
/// <param name="Path">The file.</param>
/// <param name="IsAppended">It may be there and is written on; else it must not be there.</param>
public sealed record Recording(string Path, bool IsAppended);
