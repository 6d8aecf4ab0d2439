namespace ValenceNano.Display;

/// <summary>What a drawing call is about to do with the pixels that it covers.</summary>
public enum Mark
{
    /// <summary>A text, a number or an icon: every pixel of its cells is replaced.</summary>
    Cell,

    /// <summary>A line, a box, a bar or a battery.</summary>
    Shape,

    /// <summary>Lit and dark change places.</summary>
    Inversion,

    /// <summary>All becomes dark.</summary>
    Erasure,
}
