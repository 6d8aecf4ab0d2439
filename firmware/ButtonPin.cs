using System.Device.Gpio;

namespace ValenceNano.Firmware;

/// <summary>
/// The pin of a button that closes to ground. Each look at a pin takes from the heap, so it is looked at behind an edge, and once a
/// second in case one was lost.
/// </summary>
internal sealed class ButtonPin
{
    private const int LookMs = 1000;

    private readonly GpioPin _pin;
    private bool _isDown;
    private int _seenEdges;
    private long _lookedMs = -LookMs;

    // Edges come on a thread of their own: it writes this one int, and nothing else.
    private int _edges;

    /// <summary>Makes one of a pin that is pulled up.</summary>
    public ButtonPin(GpioPin pin)
    {
        _pin = pin;
        _pin.ValueChanged += OnEdge;
    }

    /// <summary>Tells whether the contact is closed.</summary>
    /// <param name="nowMs">The time, ms on a clock that never runs backwards.</param>
    public bool IsDown(long nowMs)
    {
        int edges = _edges;
        if (edges != _seenEdges || nowMs - _lookedMs >= LookMs)
        {
            _seenEdges = edges;
            _lookedMs = nowMs;
            _isDown = !(bool)_pin.Read();
        }

        return _isDown;
    }

    private void OnEdge(object sender, PinValueChangedEventArgs e) => _edges++;
}
