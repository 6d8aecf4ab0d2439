using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>All replies of one battery, in their order.</summary>
/// <param name="name">Its serial as hex, or <c>id:N</c> where nobody has said it.</param>
/// <param name="serial">Its serial; null if it is not known.</param>
public sealed class StudyBattery(string name, byte[]? serial)
{
    private readonly List<byte> _bytes = [];
    private readonly List<bool> _follows = [];
    private readonly List<int>[] _readings = [.. StudyReadings.All.Select(_ => new List<int>())];

    /// <summary>Its serial as hex, or <c>id:N</c> where nobody has said it.</summary>
    public string Name => name;

    /// <summary>Its serial; null if it is not known.</summary>
    public byte[]? Serial => serial;

    /// <summary>How many replies there are.</summary>
    public int Count => _follows.Count;

    /// <summary>Takes the next reply.</summary>
    /// <param name="reply">Its 59 bytes.</param>
    /// <param name="values">What they say.</param>
    /// <param name="follows">It is the next one of the same log, with no long silence between.</param>
    public void Add(ReadOnlySpan<byte> reply, Telemetry values, bool follows)
    {
        _bytes.AddRange(reply);
        _follows.Add(follows && Count > 0);
        for (int i = 0; i < _readings.Length; i++)
        {
            _readings[i].Add(StudyReadings.All[i].Get(values));
        }
    }

    /// <summary>
    /// For each reply: it follows the one before at once. What changes where it does not, is no sign: everything does.
    /// </summary>
    public bool[] Follows() => [.. _follows];

    /// <summary>One byte of all replies.</summary>
    public int[] Bytes(int offset)
    {
        int[] values = new int[Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = _bytes[(i * MessageFormat.DataLength) + offset];
        }

        return values;
    }

    /// <summary>One of <see cref="StudyReadings.All"/> of all replies.</summary>
    public int[] Reading(int index) => [.. _readings[index]];
}
