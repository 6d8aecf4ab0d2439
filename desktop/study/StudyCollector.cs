using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>Takes the data replies out of logs, and finds out whose they are.</summary>
public sealed class StudyCollector : IMessageWriter
{
    /// <summary>A silence so long is a new beginning, ms: the display asks every 3 s.</summary>
    private const long LongSilenceMs = 60_000;

    private readonly Dictionary<string, StudyBattery> _batteries = [];
    private readonly byte[]?[] _serials = new byte[256][];
    private readonly Dictionary<string, long?> _lastMs = [];

    /// <summary>The batteries of all logs so far, by their names.</summary>
    public IReadOnlyList<StudyBattery> Batteries =>
        [.. _batteries.Values.OrderBy(battery => battery.Serial == null).ThenBy(battery => battery.Name, StringComparer.Ordinal)];

    /// <summary>Replies that contradict themselves: nothing is learnt from them.</summary>
    public int Inconsistent { get; private set; }

    /// <summary>Another log begins: bus ids may be others', and nobody knows how much time has passed.</summary>
    public void BeginLog()
    {
        Array.Clear(_serials);
        _lastMs.Clear();
    }

    /// <inheritdoc/>
    public void Write(BusMessage message)
    {
        switch (message.Kind)
        {
            case MessageKind.Reset:
                Array.Clear(_serials);
                break;
            case MessageKind.Assign:
                _serials[message.BusId] = message.Serial.ToArray();
                break;
            case MessageKind.Data when message.Values.Broken != ReplyRules.None:
                Inconsistent++;
                break;
            case MessageKind.Data:
                Add(message);
                break;
            default:
                break;
        }
    }

    private void Add(BusMessage message)
    {
        byte[]? serial = _serials[message.BusId];
        string name = serial == null ? $"id:{message.BusId}" : Convert.ToHexStringLower(serial);
        if (!_batteries.TryGetValue(name, out StudyBattery? battery))
        {
            battery = new StudyBattery(name, serial);
            _batteries.Add(name, battery);
        }

        bool isKnown = _lastMs.TryGetValue(name, out long? lastMs);
        long? silence = message.TimeMs - lastMs;
        battery.Add(message.Bytes, message.Values, isKnown && silence is null or (>= 0 and < LongSilenceMs));
        _lastMs[name] = message.TimeMs;
    }
}
