namespace ValenceNano.Display;

/// <summary>Where things stand on every page.</summary>
internal static class Layout
{
    /// <summary>Texts end left of this column: what is behind it is the beat, a gap, and the room to be moved.</summary>
    internal const int Right = 124;

    /// <summary>The column of the pixel that beats, in <see cref="BeatRow"/>.</summary>
    internal const int BeatColumn = 125;

    /// <summary>The last row that a page may light: the next is dark, so that it may come round to the top of the panel.</summary>
    internal const int BeatRow = PageBuffer.Rows - 2;
}
