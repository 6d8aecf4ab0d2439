using ValenceNano.Model;

namespace ValenceNano.Display;

// What the network and a button that is held make of the order of the pages.
public sealed partial class PageTurner
{
    /// <summary>How long a code to scan stays by itself, ms: a phone must be taken out for it.</summary>
    public const int CodeMs = 15000;

    private readonly NetworkStatus _network;
    private bool _isHeld;
    private int _networkRevision;
    private NetworkState _networkState;
    private bool _isJoined;
    private bool _showsAddress;

    private bool IsSetUp => _networkState == NetworkState.SetUp;

    private bool IsNetworkNew => _network != null && _networkRevision != _network.Revision;

    /// <summary>The button is held for long, or not any more: whoever holds it is told what it will do. That also wakes a dark panel.</summary>
    public void Hold(bool isHeld, long nowMs)
    {
        _isHeld = isHeld;
        _activeMs = nowMs;
        _mustDraw = true;
    }

    // In set-up the codes and the texts come by turns, from the first position on.
    private static bool IsCode(int position) => (position & 1) == 0;

    // Whoever is setting it up sees at once what comes next, and whoever has switched it on, where the page is.
    private void NoticeNetwork(long nowMs)
    {
        _networkRevision = _network.Revision;
        bool isStep = _networkState != _network.State || _isJoined != _network.IsJoined;
        bool isNewAddress = _network.State == NetworkState.Connected
            && (_networkState == NetworkState.Connecting || _networkState == NetworkState.NotFound);
        bool concernsSetUp = IsSetUp || _network.State == NetworkState.SetUp;
        _networkState = _network.State;
        _isJoined = _network.IsJoined;
        if (isStep && concernsSetUp)
        {
            TurnTo(HomePosition, nowMs, CodeMs);
        }
        else if (isNewAddress)
        {
            TurnTo(HomePosition, nowMs, CodeMs);
            _stays = true;
            _showsAddress = true;
        }
    }

    private bool StandsBeforeOthers()
    {
        bool isSetUp = IsSetUp && !_isPreempted;
        bool isNetwork = (_showsAddress && !_isPreempted) || _networkState == NetworkState.Restarting;
        if (!_isHeld && !isSetUp && !isNetwork)
        {
            return false;
        }

        BatteryIndex = -1;
        Page = _isHeld ? PageKind.Held : !isSetUp ? PageKind.Network : IsCode(_position) ? PageKind.SetUpCode : PageKind.SetUpText;
        return true;
    }
}
