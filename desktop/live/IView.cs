using ValenceNano.Display;

namespace ValenceNano.Desktop;

/// <summary>How a running product is shown.</summary>
public interface IView : IDisposable
{
    /// <summary>Shows what is new, if anything is.</summary>
    void Show(PanelDisplay display, long nowMs);

    /// <summary>Shows what is left at the end.</summary>
    void Finish(PanelDisplay display, long nowMs);

    /// <summary>The key that was pressed, lower case; the null character if none was, or there is no keyboard.</summary>
    char ReadKey();
}
