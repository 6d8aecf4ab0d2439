using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>The body of <c>/api/status</c>: device, bank with its alarms, batteries, counters of the bus.</summary>
internal sealed class StatusBody
{
    private const int Device = 0;
    private const int BankValues = 1;
    private const int Alarms = 2;
    private const int Batteries = 3;
    private const int Stats = 4;

    private readonly Monitor _monitor;
    private readonly DeviceFacts _facts;
    private readonly ReadingJson _readings;

    /// <summary>Makes one of this monitor.</summary>
    /// <param name="monitor">Which.</param>
    /// <param name="facts">What the product says of itself.</param>
    public StatusBody(Monitor monitor, DeviceFacts facts)
    {
        _monitor = monitor;
        _facts = facts;
        _readings = new ReadingJson(monitor.Readings);
    }

    /// <summary>Writes the next part.</summary>
    public void WritePart(HttpAnswer answer, JsonWriter json, long nowMs)
    {
        switch (answer.Part)
        {
            case Device:
                WriteDevice(json, nowMs);
                json.Raw(WebText.Bank);
                answer.GoTo(BankValues);
                break;
            case BankValues:
                _readings.WriteValues(json, ReadingScope.Bank, 0, nowMs);
                json.Raw(WebText.Alarms);
                json.BeginText();
                answer.GoTo(Alarms);
                break;
            case Alarms:
                WriteAlarm(answer, json, nowMs);
                break;
            case Batteries:
                WriteBattery(answer, json, nowMs);
                break;
            default:
                _readings.WriteValues(json, ReadingScope.Bus, 0, nowMs);
                json.Raw(WebText.StatusEnd);
                answer.End();
                break;
        }
    }

    private void WriteAlarm(HttpAnswer answer, JsonWriter json, long nowMs)
    {
        if (answer.Index >= _monitor.Alarms.Count)
        {
            json.Raw(WebText.Batteries);
            answer.GoTo(Batteries);
            return;
        }

        json.Separate(answer.Index > 0);
        int begin = json.Count;
        _readings.WriteLists(json, ReadingScope.Alarm, answer.Index);
        _readings.WriteValues(json, ReadingScope.Alarm, answer.Index, nowMs);

        // The first one's comma.
        json.Buffer[begin] = (byte)'{';
        json.CloseObject();
        answer.GoToIndex(answer.Index + 1);
    }

    private void WriteBattery(HttpAnswer answer, JsonWriter json, long nowMs)
    {
        int index = answer.Index;
        BatteryList batteries = _monitor.Bus.Batteries;
        if (answer.Item > 0)
        {
            index = IndexOf(answer.Item, index, batteries);
            if (index >= 0)
            {
                _readings.WriteValues(json, ReadingScope.Battery, index, nowMs);
            }

            // One that has taken the place of another is in the next answer.
            json.CloseObject();
            answer.GoToIndex((index >= 0 ? index : answer.Index) + 1);
        }
        else if (index < batteries.Count)
        {
            json.Separate(index > 0);
            json.Raw(WebText.Battery);
            _readings.WriteLists(json, ReadingScope.Battery, index);
            answer.GoToItem(MarkOf(batteries[index]));
        }
        else
        {
            json.Raw(WebText.Stats);
            answer.GoTo(Stats);
        }
    }

    // Where a battery is that was begun: others may have been found or forgotten since. -1: it was forgotten itself.
    private static int IndexOf(int mark, int index, BatteryList batteries)
    {
        if (index < batteries.Count && MarkOf(batteries[index]) == mark)
        {
            return index;
        }

        int found = batteries.Count - 1;
        while (found >= 0 && MarkOf(batteries[found]) != mark)
        {
            found--;
        }

        return found;
    }

    // Above 0, and of twelve bits.
    private static int MarkOf(Battery battery) => 1 + battery.Place + ((battery.Generation & 0x7F) << 4);

    private void WriteDevice(JsonWriter json, long nowMs)
    {
        json.Raw(WebText.Device);
        json.BeginText();
        byte[] text = _monitor.Readings.Text;
        int length = _monitor.Settings.CopyText(SettingId.DeviceName, text, 0);
        if (length > 0)
        {
            json.Text(text, 0, length);
        }
        else
        {
            json.Text(WebText.Product);
        }

        json.Raw(WebText.DeviceVersion);
        json.BeginText();
        json.Number(nowMs);
        json.Raw(WebText.Role);
        json.BeginText();
        json.Text(WebText.Starting + (int)_monitor.Bus.Role);
        json.Raw(WebText.Simulated);
        json.BeginText();
        json.Boolean(_facts.IsSimulated);
        if (_monitor.Network != null && _monitor.Network.State == NetworkState.SetUp)
        {
            json.Key(WebText.SetUp);
            json.Boolean(true);
        }
    }
}
