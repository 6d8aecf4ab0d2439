namespace ValenceNano.Desktop;

/// <summary>Which part of a line.</summary>
public enum LinePartKind
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>One column.</summary>
    Column,

    /// <summary>All columns from one on.</summary>
    From,

    /// <summary>The last column, but the first one, that has bytes.</summary>
    Last,
}
