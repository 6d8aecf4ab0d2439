using ValenceNano.Model;
using ValenceNano.Network;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>
/// Days on which settings are changed on the page, and the store behind it is full for hours, or the power is cut in the midst of any write.
/// What is there after the restart must be what was set, and the sums of an hour before at the oldest.
/// </summary>
internal sealed class StoreDays : IPicture
{
    private const int Batteries = 2;
    private const double MinDays = 2;
    private const int CurrentMa = 1000;

    // Bytes until a cut: some hours of writing.
    private const int MaxBytes = 6000;

    // A change is kept within a minute; where the store failed, within another one of its being there again.
    private const long KeptMs = 2 * SoakClock.Minute;

    private readonly VirtualClock _clock = new();
    private readonly VirtualFlash _flash = new();
    private readonly Random _random;
    private readonly WirePort _port;
    private readonly VirtualBatteries _batteries;
    private readonly SoakResult _result;
    private readonly List<(long Ms, int CapacityAh)> _set = [(0, 40)];
    private Monitor _monitor = null!;
    private VirtualNetwork _network = null!;
    private HttpServer _server = null!;
    private VirtualPeer? _browser;
    private int _wantedAh;
    private long _chargeMah;
    private long _cutMs = -1;
    private long _fullSinceMs = -1;
    private long _fullUntilMs;
    private long _nextChangeMs;
    private long _nextTroubleMs = SoakClock.Hour;

    private StoreDays(SoakResult result)
    {
        _result = result;
        _random = new Random(result.Seed);
        var wire = new VirtualWire(_clock, result.Seed);
        _batteries = new VirtualBatteries(wire);
        for (int i = 0; i < Batteries; i++)
        {
            var battery = new VirtualBattery(System.Text.Encoding.ASCII.GetBytes($"STORE{result.Seed:0000}-{i:00}"), 500, (result.Seed * 10) + i);
            battery.Model.CurrentMa = i == 0 ? CurrentMa : -CurrentMa;
            _batteries.Add(battery);
        }

        _port = wire.OpenPort();
        Start();
    }

    private long NowMs => _clock.NowMs;

    /// <summary>Runs for some virtual days, two at least, and adds to a result.</summary>
    public static void Run(SoakResult result, double days)
    {
        var store = new StoreDays(result);
        long endMs = (long)(Math.Max(MinDays, days) * SoakClock.Day);
        while (store.NowMs < endMs)
        {
            store.Step();
        }
    }

    /// <inheritdoc/>
    public void Copy(int from, int count, byte[] buffer, int offset) => Array.Clear(buffer, offset, count);

    private void Step()
    {
        long dueMs = _monitor.Poll(NowMs);
        bool hasMore = _server.Poll(NowMs);
        Judge();
        Change();
        MakeTrouble();
        _clock.NowUs = Math.Max(NowMs + 1, hasMore ? NowMs + 1 : Math.Min(dueMs, NowMs + 100)) * 1000;
    }

    private void Start()
    {
        _flash.BytesLeft = null;
        _monitor = new Monitor(_port, new Settings(), BusRole.Master, store: _flash);
        _network = new VirtualNetwork();
        _server = new HttpServer(_network, new PageInterface(_monitor, this, new DeviceFacts(), new ButtonLock { IsAlwaysOpen = true }));
        _browser = null;
    }

    // Somebody changes the capacity.
    private void Change()
    {
        if (_browser is { IsClosedByProduct: true } browser)
        {
            if (browser.ReceivedText.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
            {
                _set.Add((NowMs, _wantedAh));
            }

            _browser = null;
        }
        else if (_browser == null && NowMs >= _nextChangeMs)
        {
            _nextChangeMs = NowMs + _random.NextInt64(SoakClock.Minute, SoakClock.Hour);
            _wantedAh = _random.Next(1, 1001);
            string body = $"{{\"capacity_ah\": {_wantedAh}}}";
            _browser = _network.Connect().Send(
                "PUT /api/settings HTTP/1.1\r\nHost: 192.168.4.1\r\nOrigin: http://192.168.4.1\r\nContent-Type: application/json\r\n"
                + $"Content-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
        }
    }

    private void MakeTrouble()
    {
        if (_fullSinceMs >= 0 && NowMs >= _fullUntilMs)
        {
            _fullSinceMs = -1;
            _flash.BytesLeft = null;
        }
        else if (_fullSinceMs < 0 && _flash.IsOff)
        {
            Cut();
        }
        else if (_fullSinceMs < 0 && _flash.BytesLeft == null && NowMs >= _nextTroubleMs)
        {
            _nextTroubleMs = NowMs + _random.NextInt64(3 * SoakClock.Hour, 6 * SoakClock.Hour);
            bool isFull = _random.Next(3) == 0;
            _fullSinceMs = isFull ? NowMs : -1;
            _fullUntilMs = NowMs + _random.NextInt64(SoakClock.Minute, 2 * SoakClock.Hour);
            _flash.BytesLeft = isFull ? -1 : _random.Next(MaxBytes);
        }
    }

    // The power is gone, in the midst of a write.
    private void Cut()
    {
        _chargeMah = ChargeMah();
        _cutMs = NowMs;
        _result.PowerCuts++;
        Start();
    }

    private void Judge()
    {
        if (_cutMs < 0 || _monitor.Bank.LiveCount < Batteries)
        {
            return;
        }

        // What the store refused while it was full may be missing too: it is tried again within the hour.
        bool wasFull = _cutMs - _fullUntilMs < SoakClock.Hour + KeptMs && _fullUntilMs > 0;
        long keptMs = _cutMs - SoakClock.Hour - (wasFull ? 3 * SoakClock.Hour : 0);
        long lostMah = _chargeMah - ChargeMah();
        long mayLoseMah = Batteries * CurrentMa * (_cutMs - keptMs + KeptMs) / SoakClock.Hour;
        if (lostMah > mayLoseMah || lostMah < -10)
        {
            _result.LostCharges++;
            _result.Failures.Add($"seed {_result.Seed}, {_cutMs} ms: the cut lost {lostMah} mAh");
        }

        int capacityAh = _monitor.Settings.Get(SettingId.Capacity);
        long settledMs = _cutMs - KeptMs - (wasFull ? 3 * SoakClock.Hour : 0);
        int from = Math.Max(0, _set.FindLastIndex(one => one.Ms <= settledMs));
        if (!_set.Skip(from).Any(one => one.CapacityAh == capacityAh))
        {
            _result.LostSettings++;
            _result.Failures.Add($"seed {_result.Seed}, {_cutMs} ms: {capacityAh} Ah after the cut, {_set[^1].CapacityAh} Ah were set");
        }

        _cutMs = -1;
        _set.Clear();
        _set.Add((0, capacityAh));
    }

    private long ChargeMah()
    {
        _monitor.Readings.Fetch(ReadingScope.Bank, 0, NowMs);
        long[] values = _monitor.Readings.Fetched;
        return values[(int)ReadingId.ChargeIn] + values[(int)ReadingId.ChargeOut];
    }
}
