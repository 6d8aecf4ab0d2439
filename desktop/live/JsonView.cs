using ValenceNano.Model;
using ValenceNano.Display;

namespace ValenceNano.Desktop;

/// <summary>A product as JSON: batteries and bank after each round of polls, the counters at the end.</summary>
public sealed class JsonView(OutputBuffer output, StatusJson json) : IView
{
    private int _revision;

    /// <inheritdoc/>
    public void Show(PanelDisplay display, long nowMs)
    {
        if (_revision != display.Monitor.Bus.Batteries.Revision)
        {
            _revision = display.Monitor.Bus.Batteries.Revision;
            json.WriteStatus(display.Monitor, nowMs);
        }

        output.Flush();
    }

    /// <inheritdoc/>
    public void Finish(PanelDisplay display, long nowMs)
    {
        json.WriteStats(display.Monitor, nowMs);
        output.Flush();
    }

    /// <inheritdoc/>
    public char ReadKey() => '\0';

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
