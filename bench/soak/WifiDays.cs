using System.Text;
using ValenceNano.Model;
using ValenceNano.Network;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>
/// Days of the firmware with a radio: its network is lost and back with another address, set-up is begun and ended with the button or
/// forgotten, phones join and leave its access point, browsers ask. All the time each battery must be polled as ever.
/// </summary>
internal sealed class WifiDays
{
    private const int Batteries = 3;
    private const string Home = "Harbour";
    private const string Password = "moorings42";

    // It listens for 4 to 6 s after a start, and searches.
    private const long MaxStartMs = 16 * SoakClock.Second;

    // From a poll to the next, a search of two rounds between them, the replies, and 100 ms.
    private const long MaxAgeMs = 3000 + 300 + 50 + 100;

    // The button is held for so long that it means set-up, or another page. A press between the two begins a search.
    private const long HeldMs = 6 * SoakClock.Second;
    private const long ShortMs = 300;

    // The network is there: a look a second, the chip's own time, and a restart out of set-up.
    private const long MaxLostMs = 30 * SoakClock.Second;

    private readonly FirmwareRig _rig;
    private readonly VirtualNetwork _network = new();
    private readonly VirtualHotspot _home = new(Home, Password, -52);
    private readonly VirtualRadio _radio;
    private readonly Random _random;
    private readonly SoakResult _result;
    private readonly List<VirtualPeer> _peers = [];
    private long _nextMs = SoakClock.Minute;
    private long _releaseMs = -1;
    private long _startMs;
    private long _wellMs;
    private int _reboots;
    private bool _isLate;

    private WifiDays(SoakResult result)
    {
        _result = result;
        _random = new Random(result.Seed);
        _rig = new FirmwareRig(result.Seed) { Listener = _network, Store = new VirtualFlash() };
        _radio = new VirtualRadio(_rig.Device.Clock, result.Seed).WithStation(Home, Password);
        _radio.Hotspots.Add(_home);
        _rig.Radio = _radio;
        for (int i = 0; i < Batteries; i++)
        {
            var battery = new VirtualBattery(Encoding.ASCII.GetBytes($"WIFI\n{result.Seed:0000}-{i:00}"), 600, (result.Seed * 10) + i);
            battery.Model.CurrentMa = i == 0 ? 300 : -150;
            _rig.Batteries.Add(battery);
        }
    }

    /// <summary>Runs for some virtual days and adds to a result.</summary>
    public static void Run(SoakResult result, double days)
    {
        var wifi = new WifiDays(result);
        long endMs = (long)(days * SoakClock.Day);
        wifi._rig.Run(() =>
        {
            wifi.Turn();
            return wifi._rig.NowMs < endMs;
        });
    }

    private void Turn()
    {
        if (_reboots != _rig.Device.Reboots || _rig.Display == null)
        {
            _reboots = _rig.Device.Reboots;
            _startMs = _rig.NowMs;
            _peers.Clear();
            return;
        }

        CheckPolls();
        CheckNetwork();
        if (_releaseMs >= 0 && _rig.NowMs >= _releaseMs)
        {
            _releaseMs = -1;
            _rig.HoldButton(false);
        }

        if (_rig.NowMs >= _nextMs)
        {
            _nextMs = _rig.NowMs + _random.NextInt64(SoakClock.Second, 2 * SoakClock.Minute);
            _result.RadioEvents++;
            MakeEvent();
        }
    }

    private void MakeEvent()
    {
        switch (_random.Next(8))
        {
            case 0:
                _home.IsInReach = false;
                break;
            case 1 or 2:
                (_home.IsInReach, _home.Address) = (true, $"10.0.{_random.Next(256)}.{_random.Next(1, 255)}");
                break;
            case 3:
                Press(HeldMs);
                break;
            case 4:
                _radio.Phones = _random.Next(3);
                break;
            case 5:
                Press(ShortMs);
                break;
            default:
                _peers.RemoveAll(peer => peer.IsClosedByProduct);
                string text = "GET /api/status HTTP/1.1\r\nHost: 10.0.0.7\r\n\r\n";
                _peers.Add(_network.Connect().Send(text[.._random.Next(text.Length)]));
                break;
        }
    }

    private void Press(long forMs)
    {
        if (_releaseMs < 0)
        {
            _rig.HoldButton(true);
            _releaseMs = _rig.NowMs + forMs;
        }
    }

    // A battery's values are never older than a poll and its reply.
    private void CheckPolls()
    {
        BatteryList batteries = _rig.Monitor.Bus.Batteries;
        bool isLate = _rig.NowMs - _startMs > MaxStartMs && batteries.Count < Batteries;
        for (int i = 0; i < batteries.Count && _rig.NowMs - _startMs > MaxStartMs; i++)
        {
            isLate |= _rig.NowMs - batteries[i].ValuesMs > MaxAgeMs;
        }

        if (isLate && !_isLate)
        {
            _result.LatePolls++;
            _result.Failures.Add($"seed {_result.Seed}, {_rig.NowMs} ms: a battery was not polled in time, the network is {_rig.Monitor.Network.State}");
        }

        _isLate = isLate;
    }

    // A network that is there is found again.
    private void CheckNetwork()
    {
        bool mayBeLost = !_home.IsInReach || _radio.Mode != RadioMode.Station || _rig.Monitor.Network.State != NetworkState.Lost;
        _wellMs = mayBeLost ? _rig.NowMs : _wellMs;
        if (_rig.NowMs - _wellMs > MaxLostMs)
        {
            _wellMs = _rig.NowMs;
            _result.LostNetworks++;
            _result.Failures.Add($"seed {_result.Seed}, {_rig.NowMs} ms: the network is there, and not found");
        }
    }
}
