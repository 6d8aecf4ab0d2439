using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>A message or a run of junk in a stream of bytes.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is, bytes.</param>
public readonly record struct Piece(MessageKind Kind, int Start, int Length);
