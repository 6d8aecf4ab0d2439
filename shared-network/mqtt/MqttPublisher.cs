using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>
/// Publishes the product for Home Assistant and others: what it has and what it knows, at once when a battery's state or an alarm changes, and
/// every few seconds. A new session, and a new start of Home Assistant, are told everything. Nothing of it can be reached from outside.
/// </summary>
public sealed partial class MqttPublisher
{
    /// <summary>Values are published so often, ms.</summary>
    public const int StateMs = 10000;

    /// <summary>Home Assistant takes so long to listen to a device that it has just been told of, ms.</summary>
    private const int SettleMs = 2000;

    private const int LookMs = 500;
    private const int BusMs = 30000;

    // What is to be told of the display.
    private const int Config = 1;
    private const int Online = 2;
    private const int Bank = 4;
    private const int Venus = 8;
    private const int Bus = 16;

    private readonly Monitor _monitor;
    private readonly IMqttLink _link;
    private readonly TopicNames _names;
    private readonly Announced _batteries = new();
    private readonly StateBody _state;
    private readonly LongMessage _config;
    private int _due;
    private int _former = Logbook.Entries;
    private int _sessions;
    private int _births;
    private int _revision;
    private int _news;
    private long _lookMs;
    private long _statesMs;
    private long _busMs;

    /// <summary>Makes a publisher that has told nothing.</summary>
    /// <param name="monitor">The product.</param>
    /// <param name="link">The way to the broker.</param>
    /// <param name="names">Our topics.</param>
    public MqttPublisher(Monitor monitor, IMqttLink link, TopicNames names)
    {
        _monitor = monitor;
        _link = link;
        _names = names;
        _state = new StateBody(monitor);
        _config = new LongMessage(link, monitor, names, monitor.Readings.Text);
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

        bool isAnyDue = _due != 0 || _batteries.IsAnyDue || _former < Logbook.Entries;
        return isAnyDue && (PublishPresence(nowMs) || PublishState(nowMs) || BeginConfig(nowMs));
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
            _batteries.RepeatRemovals();
            _former = 0;
        }

        _sessions = _link.Sessions;
        _births = _link.Births;
        _due = Config | Online | Bank | Venus | Bus;
        _batteries.Want(Announced.Config | Announced.Presence | Announced.State);
    }

    private void NoticeNews(long nowMs)
    {
        if (_link.IsConfirmed)
        {
            _batteries.ConfirmRemovals();
        }

        if (_batteries.Look(_monitor.Bus.Batteries) || _news != _monitor.Alarms.News)
        {
            _news = _monitor.Alarms.News;
            WantStates();
        }

        if (_revision != _monitor.Settings.Revision)
        {
            // Names and the poll interval stand in it.
            _revision = _monitor.Settings.Revision;
            _due |= Config;
            _batteries.Want(Announced.Config);
        }

        if (nowMs >= _statesMs)
        {
            _statesMs = nowMs + StateMs;
            WantStates();
        }

        if (nowMs >= _busMs)
        {
            _busMs = nowMs + BusMs;
            _due |= Bus;
        }
    }

    private void WantStates()
    {
        _due |= Bank | Venus;
        _batteries.Want(Announced.State);
    }

    private bool IsDue(int what) => (_due & what) != 0;

    private bool TakeDue(int what)
    {
        bool isDue = IsDue(what);
        _due &= ~what;
        return isDue;
    }
}
