using ValenceNano.Display;

namespace ValenceNano.Desktop;

/// <summary>A product in a terminal: its panel, live, and the keyboard.</summary>
public sealed class TerminalView(TerminalScreen screen, Func<byte[]> panel, Func<string> title, IReadOnlyList<string> keys) : IView
{
    /// <inheritdoc/>
    public void Show(PanelDisplay display, long nowMs) => screen.Show(panel(), title(), keys);

    /// <inheritdoc/>
    public void Finish(PanelDisplay display, long nowMs)
    {
    }

    /// <inheritdoc/>
    public char ReadKey() => TerminalWindow.ReadKey();

    /// <inheritdoc/>
    public void Dispose() => screen.Dispose();
}
