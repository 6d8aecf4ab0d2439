namespace ValenceNano.Display;

/// <summary>Where things stand on every page.</summary>
internal static class Layout
{
    /// <summary>Texts end left of this column: what is behind it is a gap, the beat, and the room to be moved.</summary>
    internal const int Right = 124;

    /// <summary>The column of the pixel that beats.</summary>
    internal const int BeatColumn = 125;

    /// <summary>
    /// Its row, in the middle of the second line of small letters: there no page has a text at the right of which it would be the full stop.
    /// </summary>
    internal const int BeatRow = 10;
}
