namespace ValenceNano.Desktop;

/// <summary>The keys that work while a panel is shown, each with what it does.</summary>
public static class Keys
{
    private static readonly string[] Button = ["space next page", "s search again", "d dim or bright"];
    private static readonly string[] World = ["l load", "c charger", "z all off", "u unplug", "x noise", "p panel out"];

    /// <summary>Ends the program.</summary>
    public const char Quit = 'q';

    /// <summary>Of the product: its button.</summary>
    public static IReadOnlyList<string> OfProduct { get; } = [.. Button, "q quit"];

    /// <summary>Of the simulation: the button, and the world around the product.</summary>
    public static IReadOnlyList<string> OfSimulation { get; } = [.. Button, .. World, "q quit"];

    /// <summary>Of the set-up of Wi-Fi, played.</summary>
    public static IReadOnlyList<string> OfSetUp { get; } =
        ["space next page", "h hold the button, let go", "j phone joins, leaves", "w Wi-Fi gone, back", "q quit"];

    /// <summary>How the program is ended, in words.</summary>
    public static string Use(bool hasKeyboard) => hasKeyboard ? $"{Quit} ends" : "Ctrl-C ends";
}
