using ValenceNano.Network;
using ValenceNano.Simulation;

namespace ValenceNano.Desktop;

/// <summary>
/// The set-up of Wi-Fi, played: a radio among networks that are there, open, and out of reach; somebody who holds the button; and a phone,
/// which joins when the first browser looks for the page.
/// </summary>
/// <param name="rig">The product.</param>
/// <param name="inner">Where browsers come in.</param>
public sealed class SetUpPlay(FirmwareRig rig, IListener inner) : IListener
{
    private const int HoldFromMs = 2000;
    private const int HoldToMs = 8000;

    private readonly VirtualRadio _radio = new(rig.Device.Clock, Environment.TickCount);
    private IConnection? _waiting;
    private bool _hasHeld;

    /// <summary>What one has to know who plays it.</summary>
    public IEnumerable<string> Notices =>
        _radio.Hotspots.Select(TextOf).Append("instead of http://192.168.4.1/ open the address of the page");

    /// <summary>Gives the product the radio and the networks.</summary>
    public void Begin()
    {
        _radio.Hotspots.Add(new VirtualHotspot("Harbour", "moorings42", -52));
        _radio.Hotspots.Add(new VirtualHotspot("Galley", "kettle-is-on", -67));
        _radio.Hotspots.Add(new VirtualHotspot("Marina Guest", "", -81));
        _radio.Hotspots.Add(new VirtualHotspot("Far Away", "unreachable", -95) { IsInReach = false });
        rig.Radio = _radio;
        rig.Listener = this;
        // Set-up must outlive restarts, whatever else is kept.
        rig.Store ??= new VirtualFlash();
    }

    /// <summary>Does what is due.</summary>
    public void MoveTo(long nowMs)
    {
        bool isHeld = nowMs is >= HoldFromMs and < HoldToMs;
        if (isHeld != _hasHeld)
        {
            _hasHeld = isHeld;
            rig.HoldButton(isHeld);
        }

        if (_radio.Mode == RadioMode.AccessPoint && _radio.Phones == 0)
        {
            _waiting ??= inner.Accept();
            _radio.Phones = _waiting != null ? 1 : 0;
        }
    }

    /// <summary>The phone joins, or leaves.</summary>
    public void TogglePhone() => _radio.Phones = _radio.Phones > 0 ? 0 : 1;

    /// <summary>What was in reach is not, and the other way round.</summary>
    public void ToggleNetwork()
    {
        foreach (VirtualHotspot one in _radio.Hotspots)
        {
            one.IsInReach = !one.IsInReach;
        }
    }

    /// <inheritdoc/>
    public IConnection? Accept()
    {
        IConnection? waiting = _waiting;
        _waiting = null;
        return waiting ?? inner.Accept();
    }

    private static string TextOf(VirtualHotspot one) =>
        $"Wi-Fi {one.Name}: {(!one.IsInReach ? "out of reach" : one.Password == "" ? "open" : $"password {one.Password}")}";
}
