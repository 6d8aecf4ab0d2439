namespace ValenceNano.Display;

/// <summary>Where things stand on every page.</summary>
internal static class Layout
{
    /// <summary>Texts end left of this column: what is behind it is the beat, a gap, and the room to be moved.</summary>
    internal const int Right = 124;

    /// <summary>The column of the pixel that beats.</summary>
    internal const int BeatColumn = 125;

    /// <summary>Its row, the last but one: the last is dark, so that it may come round to the top.</summary>
    internal const int BeatRow = PageBuffer.Rows - 2;
}
