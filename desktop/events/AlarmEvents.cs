using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>Which alarms have come and gone since the last look, but for lost batteries: their state tells that.</summary>
internal sealed class AlarmEvents
{
    // With what was said of each.
    private readonly Dictionary<(Battery Battery, AlarmKind Kind), (AlarmSeverity Severity, string Text)> _raised = [];

    /// <summary>Writes a line for each that has come, has become worse, or is over.</summary>
    public void Look(AlarmList alarms, Action<string> write)
    {
        var gone = _raised.Keys.ToHashSet();
        for (int i = 0; i < alarms.Count; i++)
        {
            Alarm alarm = alarms[i];
            if (alarm.Battery != null && !alarm.IsOver && alarm.Kind != AlarmKind.BatteryLost)
            {
                gone.Remove((alarm.Battery, alarm.Kind));
                Tell(alarm, write);
            }
        }

        foreach ((Battery Battery, AlarmKind Kind) key in gone)
        {
            write($"over: {_raised[key].Text}");
            _raised.Remove(key);
        }
    }

    private void Tell(Alarm alarm, Action<string> write)
    {
        (Battery, AlarmKind) key = (alarm.Battery, alarm.Kind);
        bool isKnown = _raised.TryGetValue(key, out (AlarmSeverity Severity, string Text) before);
        if (isKnown && before.Severity == alarm.Severity)
        {
            return;
        }

        string text = LineText.Of(AlarmText.Add(new TextLine(), alarm));
        _raised[key] = (alarm.Severity, text);
        if (!isKnown || alarm.Severity == AlarmSeverity.Alarm)
        {
            write($"{(alarm.Severity == AlarmSeverity.Alarm ? "alarm" : "warning")}: {text}");
        }
    }
}
