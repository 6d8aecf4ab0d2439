using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>Which message is next, and what stands in it. Each method answers whether it has published something.</summary>
public sealed partial class MqttPublisher
{
    private bool PublishPresence(long nowMs)
    {
        if (TakeDue(Online))
        {
            _link.Begin(isRetained: true);
            _names.WriteStatus(_link.Text);
            End(MqttText.OnlineWord, nowMs);
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
        End(isHere ? MqttText.OnlineWord : MqttText.OfflineWord, nowMs);
        return true;
    }

    // What was said of a battery of an earlier run is still there, and wrong until it is found again.
    private bool PublishFormer(long nowMs)
    {
        byte[] serial = _monitor.Readings.Text;
        while (_former < Logbook.Entries)
        {
            if (_monitor.Logbook.CopySerial(_former++, serial, 0) && _monitor.Bus.Batteries.FindSerial(serial, 0) == null)
            {
                _link.Begin(isRetained: true);
                _names.WriteBatteryStatus(_link.Text, serial, 0);
                End(MqttText.OfflineWord, nowMs);
                return true;
            }
        }

        return false;
    }

    // Empty messages that are retained take away what was there: its discovery, and then its presence.
    private bool PublishRemoval(long nowMs)
    {
        int entry = _batteries.FindDue(Announced.ConfigRemoval | Announced.PresenceRemoval);
        if (entry == Announced.None)
        {
            return false;
        }

        int serial = Announced.Offset(entry);
        _link.Begin(isRetained: true);
        if (_batteries.IsDue(entry, Announced.ConfigRemoval))
        {
            _batteries.Tell(entry, Announced.ConfigRemoval);
            _names.WriteConfig(_link.Text, _batteries.Serials, serial);
        }
        else
        {
            _batteries.Tell(entry, Announced.PresenceRemoval);
            _names.WriteBatteryStatus(_link.Text, _batteries.Serials, serial);
        }

        _link.EndTopic();
        _link.EndMessage(nowMs);
        return true;
    }

    private bool PublishState(long nowMs) => PublishOfBank(nowMs) || PublishOfBattery(nowMs);

    private bool PublishOfBank(long nowMs)
    {
        if (!IsDue(Bank | Venus | Bus))
        {
            return false;
        }

        JsonWriter text = _link.Text;
        _link.Begin(isRetained: false);
        if (TakeDue(Bank))
        {
            _names.WriteBank(text);
            _link.EndTopic();
            _state.Write(text, ReadingScope.Bank, 0, nowMs);
        }
        else if (TakeDue(Venus))
        {
            _names.WriteVenus(text);
            _link.EndTopic();
            VenusBody.Write(text, _monitor);
        }
        else
        {
            _due &= ~Bus;
            _names.WriteBus(text);
            _link.EndTopic();
            _state.Write(text, ReadingScope.Bus, 0, nowMs);
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
        _state.Write(_link.Text, ReadingScope.Battery, battery.Number - 1, nowMs);
        _link.EndMessage(nowMs);
        return true;
    }

    // A battery's device is told of behind the display's, which it belongs to.
    private bool BeginConfig(long nowMs)
    {
        Battery battery = null;
        if (!TakeDue(Config) && TakeDue(Announced.Config, out battery) == Announced.None)
        {
            return false;
        }

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

    private void End(int payload, long nowMs)
    {
        _link.EndTopic();
        MqttText.Write(_link.Text, payload);
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
