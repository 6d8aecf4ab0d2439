namespace ValenceNano.Display;

/// <summary>What a drawing call is about to do with the pixels that it covers.</summary>
public enum Mark
{
    /// <summary>A text, an icon or a bar: every pixel of its cells is replaced.</summary>
    Cell,

    /// <summary>A box: its pixels are lit.</summary>
    Shape,

    /// <summary>All becomes dark.</summary>
    Erasure,
}
