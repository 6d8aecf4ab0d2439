using ValenceNano.Display;

namespace ValenceNano.Desktop;

/// <summary>A product in a terminal: its panel, live, and the keyboard.</summary>
public sealed class TerminalView(TerminalScreen screen, Func<byte[]> panel, Func<string> title, string help) : IView
{
    /// <inheritdoc/>
    public void Show(PanelDisplay display, long nowMs) => screen.Show(panel(), title(), help);

    /// <inheritdoc/>
    public void Finish(PanelDisplay display, long nowMs)
    {
    }

    /// <inheritdoc/>
    public char ReadKey() => TerminalScreen.ReadKey();

    /// <inheritdoc/>
    public void Dispose() => screen.Dispose();
}
