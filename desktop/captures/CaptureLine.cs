namespace ValenceNano.Desktop;

/// <summary>The bytes of one line of a capture. The object is reused.</summary>
public sealed class CaptureLine
{
    /// <summary>When its bytes came, ms; null if the line does not say.</summary>
    public long? TimeMs { get; set; }

    /// <summary>The smallest step that its clock can show, ms: two lines a step apart may follow at once.</summary>
    public int TimeStepMs { get; set; } = 1;

    /// <summary>Where its bytes begin in the text of the line.</summary>
    public int TextStart { get; set; }

    /// <summary>Where its bytes begin in <see cref="Buffer"/>.</summary>
    public int Start { get; set; }

    /// <summary>How many they are; 0 for a blank line.</summary>
    public int Length { get; set; }

    /// <summary>What <see cref="Start"/> and <see cref="Length"/> point into.</summary>
    public byte[] Buffer { get; private set; } = new byte[256];

    /// <summary>Forgets the line and makes room for another of so many bytes.</summary>
    public void Begin(int capacity)
    {
        TimeMs = null;
        TimeStepMs = 1;
        TextStart = 0;
        Start = 0;
        Length = 0;
        if (Buffer.Length < capacity)
        {
            Buffer = new byte[Math.Max(capacity, 2 * Buffer.Length)];
        }
    }
}
