using ValenceNano.Display;

namespace ValenceNano.Desktop;

/// <summary>A product as JSON: batteries and bank after each round of polls, the counters at the end.</summary>
public sealed class JsonView(OutputBuffer output, StatusJson json) : IView
{
    private int _cycles;

    /// <inheritdoc/>
    public void Show(Instrument instrument, long nowMs)
    {
        if (_cycles != instrument.Bus.Counters.Cycles)
        {
            _cycles = instrument.Bus.Counters.Cycles;
            json.WriteStatus(instrument, nowMs);
        }

        output.Flush();
    }

    /// <inheritdoc/>
    public void Finish(Instrument instrument, long nowMs)
    {
        json.WriteStats(instrument.Bus.Counters, nowMs);
        output.Flush();
    }

    /// <inheritdoc/>
    public char ReadKey() => '\0';

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
