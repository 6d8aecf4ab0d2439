using ValenceNano.Display;

namespace ValenceNano.Desktop;

/// <summary>A product that nobody looks at, as a service: no picture, no key.</summary>
public sealed class QuietView : IView
{
    /// <inheritdoc/>
    public void Show(PanelDisplay display, long nowMs)
    {
    }

    /// <inheritdoc/>
    public void Finish(PanelDisplay display, long nowMs)
    {
    }

    /// <inheritdoc/>
    public char ReadKey() => '\0';

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
