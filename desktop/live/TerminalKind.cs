namespace ValenceNano.Desktop;

/// <summary>What standard input and output are.</summary>
public enum TerminalKind
{
    /// <summary>Not a terminal, or only one of the two.</summary>
    None,

    /// <summary>A terminal that is to get text and nothing else: no escape codes.</summary>
    Plain,

    /// <summary>A terminal to draw in.</summary>
    Full,
}
