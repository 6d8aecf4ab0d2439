using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>
/// Publishes the product for Home Assistant and others: what it has and what it knows, at once when a battery's state or an alarm changes, and
/// every few seconds. A new session, and a new start of Home Assistant, are told everything. Nothing of it can be reached from outside.
/// </summary>
public sealed class MqttPublisher
{
    /// <summary>Values are published so often, ms.</summary>
    public const int StateMs = 10000;

    /// <summary>Home Assistant takes so long to listen to a device that it has just been told of, ms.</summary>
    private const int SettleMs = 2000;

    private const int LookMs = 500;
    private const int BusMs = 60000;

    private readonly Monitor _monitor;
    private readonly IMqttLink _link;
    private readonly TopicNames _names;
    private readonly Announced _batteries = new();
    private readonly StateBody _bank;
    private readonly StateBody _battery;
    private readonly StateBody _bus;
    private readonly VenusBody _venus;
    private readonly LongMessage _config;
    private readonly byte[] _serial = new byte[MessageFormat.SerialLength];
    private int _sessions;
    private int _births;
    private int _revision;
    private int _news;
    private long _lookMs;
    private long _statesMs;
    private long _busMs;
    private int _former = Logbook.Entries;
    private bool _isConfigDue;
    private bool _isPresenceDue;
    private bool _isBankDue;
    private bool _isVenusDue;
    private bool _isBusDue;

    /// <summary>Makes a publisher that has told nothing.</summary>
    /// <param name="monitor">The product.</param>
    /// <param name="link">The way to the broker.</param>
    /// <param name="names">Our topics.</param>
    public MqttPublisher(Monitor monitor, IMqttLink link, TopicNames names)
    {
        var ofBattery = new TopicRows(ReadingScope.Battery | ReadingScope.Cell | ReadingScope.Board);
        _monitor = monitor;
        _link = link;
        _names = names;
        _bank = new StateBody(monitor, ReadingScope.Bank, new TopicRows(ReadingScope.Bank));
        _battery = new StateBody(monitor, ReadingScope.Battery, ofBattery);
        _bus = new StateBody(monitor, ReadingScope.Bus, new TopicRows(ReadingScope.Bus));
        _venus = new VenusBody(monitor);
        _config = new LongMessage(link, monitor, names, ofBattery);
    }

    /// <summary>A discovery message is begun, and its next piece is due.</summary>
    public bool IsTelling => _config.IsOpen;

    /// <summary>Publishes one message, or a piece of one, if there is something to be told and the link takes it.</summary>
    /// <param name="nowMs">Time since start-up, ms.</param>
    /// <returns>True: there may be more to be done at once.</returns>
    public bool Poll(long nowMs)
    {
        NoticeListeners();
        if (nowMs >= _lookMs)
        {
            _lookMs = nowMs + LookMs;
            NoticeNews(nowMs);
            return true;
        }

        if (!_link.IsReady)
        {
            return false;
        }

        // A piece of a discovery message is much work: then it is the turn of all others.
        if (_config.IsOpen)
        {
            PublishConfig(nowMs);
            return false;
        }

        return PublishPresence(nowMs) || PublishState(nowMs) || BeginConfig(nowMs);
    }

    // Whoever has just come is told everything.
    private void NoticeListeners()
    {
        if (_sessions == _link.Sessions && _births == _link.Births)
        {
            return;
        }

        if (_sessions != _link.Sessions)
        {
            _config.Forget();
            _former = 0;
        }

        _sessions = _link.Sessions;
        _births = _link.Births;
        _isConfigDue = _isPresenceDue = _isBankDue = _isVenusDue = _isBusDue = true;
        _batteries.Want(Announced.Config | Announced.Presence | Announced.State);
    }

    private void NoticeNews(long nowMs)
    {
        if (_batteries.Look(_monitor.Bus.Batteries) || _news != _monitor.Alarms.News)
        {
            _news = _monitor.Alarms.News;
            _isBankDue = _isVenusDue = true;
            _batteries.Want(Announced.State);
        }

        if (_revision != _monitor.Settings.Revision)
        {
            // Names and the poll interval stand in it.
            _revision = _monitor.Settings.Revision;
            _isConfigDue = true;
            _batteries.Want(Announced.Config);
        }

        if (nowMs >= _statesMs)
        {
            _statesMs = nowMs + StateMs;
            _isBankDue = _isVenusDue = true;
            _batteries.Want(Announced.State);
        }

        if (nowMs >= _busMs)
        {
            _busMs = nowMs + BusMs;
            _isBusDue = true;
        }
    }

    private bool PublishPresence(long nowMs)
    {
        if (_isPresenceDue)
        {
            _isPresenceDue = false;
            _link.Begin(isRetained: true);
            _names.WriteStatus(_link.Text);
            End(Presence.Online, nowMs);
            return true;
        }

        return PublishRemoval(nowMs) || PublishFormer(nowMs) || PublishBatteryPresence(nowMs);
    }

    private bool PublishBatteryPresence(long nowMs)
    {
        int entry = TakeDue(Announced.Presence, out Battery battery);
        if (entry == Announced.None)
        {
            return false;
        }

        bool isHere = battery.State == BatteryState.Live || battery.State == BatteryState.Asleep;
        _link.Begin(isRetained: true);
        _names.WriteBatteryStatus(_link.Text, battery.Serial, 0);
        End(isHere ? Presence.Online : Presence.Offline, nowMs);
        return true;
    }

    // What was said of a battery of an earlier run is still there, and wrong until it is found again.
    private bool PublishFormer(long nowMs)
    {
        while (_former < Logbook.Entries)
        {
            if (_monitor.Logbook.CopySerial(_former++, _serial, 0) && _monitor.Bus.Batteries.FindSerial(_serial, 0) == null)
            {
                _link.Begin(isRetained: true);
                _names.WriteBatteryStatus(_link.Text, _serial, 0);
                End(Presence.Offline, nowMs);
                return true;
            }
        }

        return false;
    }

    // Empty messages that are retained take away what was there: its discovery, and then its presence.
    private bool PublishRemoval(long nowMs)
    {
        int entry = _batteries.FindDue(Announced.Removal);
        if (entry == Announced.None)
        {
            return false;
        }

        int serial = Announced.Offset(entry);
        _link.Begin(isRetained: true);
        if (_batteries.IsDue(entry, Announced.Config))
        {
            _batteries.Tell(entry, Announced.Config);
            _names.WriteConfig(_link.Text, _batteries.Serials, serial);
        }
        else
        {
            _batteries.Tell(entry, Announced.Removal);
            _names.WriteBatteryStatus(_link.Text, _batteries.Serials, serial);
        }

        _link.EndTopic();
        _link.EndMessage(nowMs);
        return true;
    }

    private bool PublishState(long nowMs)
    {
        return PublishOfBank(nowMs) || PublishOfBattery(nowMs);
    }

    private bool PublishOfBank(long nowMs)
    {
        if (!_isBankDue && !_isVenusDue && !_isBusDue)
        {
            return false;
        }

        JsonWriter text = _link.Text;
        _link.Begin(isRetained: false);
        if (_isBankDue)
        {
            _isBankDue = false;
            _names.WriteBank(text);
            _link.EndTopic();
            _bank.Write(text, 0, nowMs);
        }
        else if (_isVenusDue)
        {
            _isVenusDue = false;
            _names.WriteVenus(text);
            _link.EndTopic();
            _venus.Write(text);
        }
        else
        {
            _isBusDue = false;
            _names.WriteBus(text);
            _link.EndTopic();
            _bus.Write(text, 0, nowMs);
        }

        _link.EndMessage(nowMs);
        return true;
    }

    private bool PublishOfBattery(long nowMs)
    {
        int entry = TakeDue(Announced.State, out Battery battery);
        if (entry == Announced.None)
        {
            return false;
        }

        _link.Begin(isRetained: false);
        _names.WriteBattery(_link.Text, battery.Serial, 0);
        _link.EndTopic();
        _battery.Write(_link.Text, battery.Number - 1, nowMs);
        _link.EndMessage(nowMs);
        return true;
    }

    // A battery's device is told of behind the display's, which it belongs to.
    private bool BeginConfig(long nowMs)
    {
        Battery battery = null;
        if (!_isConfigDue && TakeDue(Announced.Config, out battery) == Announced.None)
        {
            return false;
        }

        _isConfigDue = false;
        _config.Begin(battery);
        PublishConfig(nowMs);
        return true;
    }

    private void PublishConfig(long nowMs)
    {
        _config.Write(nowMs);
        if (!_config.IsOpen && _statesMs > nowMs + SettleMs)
        {
            _statesMs = nowMs + SettleMs;
            _busMs = _statesMs;
        }
    }

    private void End(byte[] payload, long nowMs)
    {
        _link.EndTopic();
        _link.Text.Raw(payload);
        _link.EndMessage(nowMs);
    }

    // The next entry of which something is to be told, and its battery: none if it was forgotten since, which is told later.
    private int TakeDue(int what, out Battery battery)
    {
        int entry = _batteries.FindDue(what);
        battery = null;
        if (entry != Announced.None)
        {
            _batteries.Tell(entry, what);
            battery = _batteries.Find(_monitor.Bus.Batteries, entry);
        }

        return battery == null ? Announced.None : entry;
    }
}
