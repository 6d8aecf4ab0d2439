using ValenceNano.Display;
using ValenceNano.Network;

namespace ValenceNano.Firmware;

/// <summary>The page of what a panel shows, on a network.</summary>
public sealed class PageServer : IPicture
{
    private readonly PanelDisplay _display;
    private readonly HttpServer _server;

    /// <summary>Makes a server that nobody has been answered by.</summary>
    /// <param name="display">What it shows.</param>
    /// <param name="listener">Where peers come in.</param>
    /// <param name="facts">What the product says of itself.</param>
    /// <param name="buttonLock">Open while its owner may change something.</param>
    /// <param name="wifi">The radio that the page may set up; null: there is none.</param>
    public PageServer(PanelDisplay display, IListener listener, DeviceFacts facts, ButtonLock buttonLock, WifiControl wifi)
    {
        _display = display;
        _server = new HttpServer(listener, new PageInterface(display.Monitor, this, facts, buttonLock, wifi), display.Monitor.WorkSpace);
    }

    /// <summary>As <see cref="HttpServer.Poll"/>.</summary>
    public bool Poll(long nowMs) => _server.Poll(nowMs);

    /// <inheritdoc/>
    public void Copy(int from, int count, byte[] buffer, int offset) => _display.CopyPicture(from, count, buffer, offset);
}
