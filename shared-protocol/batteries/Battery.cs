namespace ValenceNano.Protocol;

/// <summary>
/// One battery: who it is, its address in this session, its last values and how old they are. The objects belong to a
/// <see cref="BatteryList"/> and are reused.
/// </summary>
public sealed partial class Battery(int place)
{
    /// <summary>Polls in a row without values after which a battery is no longer live.</summary>
    public const int MaxMissedPolls = 3;

    /// <summary>A battery that falls silent with no more current than this, mA either way, is taken to be asleep.</summary>
    public const int AsleepCurrentMa = 300;

    /// <summary>A battery that has contradicted itself for hours is believed again after six good replies.</summary>
    private const int MaxContradictions = 6;

    // Where in _small and _more the small numbers are, and the bits of what is so or not: every field of an object takes 12 bytes on the
    // device.
    private const int ByteMask = 0xFF;
    private const int NibbleMask = 0xF;
    private const int NumberAt = 0;
    private const int BusIdAt = 8;
    private const int ContradictionsAt = 16;
    private const int RefusalAt = 20;
    private const int StateAt = 24;
    private const int StateMask = 3;
    private const int SerialFlag = 1 << 26;
    private const int IdentifiedFlag = 1 << 27;
    private const int ValuesFlag = 1 << 28;
    private const int AnsweredBadlyFlag = 1 << 29;
    private const int AnsweredWithoutDataFlag = 1 << 30;
    private const int PlainSerialFlag = 1 << 31;

    private int _small;

    // The rules that the last reply broke, and above them those of the one before it.
    private const int BrokenBits = 8;
    private const int BrokenMask = 0xFFFF;
    private const int MissedAt = 16;
    private const int PlaceAt = 24;

    private int _more = place << PlaceAt;

    // How often it had new values, and 16 bits of how often it was made another one; in the upper half for how long its values are live, ms.
    private const int UpdatesMask = 0xFFF;
    private const int GenerationAt = 16;
    private const int LiveAt = 32;

    private long _counts;

    /// <summary>The <see cref="RefusalCode"/> of a battery whose last answer was no refusal.</summary>
    public const int NotRefused = 0;

    /// <summary>Which object of its list this is, 0..15, for as long as the program runs: others keep tables by it.</summary>
    public int Place => _more >> PlaceAt;

    /// <summary>
    /// Changes whenever the object is made another battery: what others keep by <see cref="Place"/> is then not of this one. It fits a
    /// <c>short</c>.
    /// </summary>
    public int Generation => (int)_counts >> GenerationAt;

    /// <summary>Its number on the screen, 1..; of a spare object the last one.</summary>
    public int Number
    {
        get => _small & ByteMask;
        internal set => SetSmall(NumberAt, ByteMask, value);
    }

    /// <summary>Changes whenever there are new <see cref="Values"/>: the lower bits of a count, for who looks every now and then.</summary>
    public int Updates => (int)_counts & UpdatesMask;

    /// <summary>How much the last replies contradict themselves: 2 more for each that does, 1 less for each other poll, to 6.</summary>
    public int Contradictions
    {
        get => (_small >> ContradictionsAt) & NibbleMask;
        private set => SetSmall(ContradictionsAt, NibbleMask, value);
    }

    /// <summary>Its identity: 12 raw bytes. All zero while <see cref="HasSerial"/> is false.</summary>
    public byte[] Serial { get; } = new byte[MessageFormat.SerialLength];

    /// <summary>False for a battery that a listener knows by its bus id alone.</summary>
    public bool HasSerial
    {
        get => (_small & SerialFlag) != 0;
        internal set => SetFlag(SerialFlag, value);
    }

    /// <summary>Its serial is of digits and letters alone, as those of all known batteries are: it can be written everywhere as it is.</summary>
    public bool HasPlainSerial => (_small & PlainSerialFlag) != 0;

    /// <summary>Its address on the bus, 1..247; 0 while it has none.</summary>
    public int BusId
    {
        get => (_small >> BusIdAt) & ByteMask;
        internal set => SetSmall(BusIdAt, ByteMask, value);
    }

    /// <summary>
    /// It has itself said, in this session and since its last poll that brought nothing at all, that this bus id is its
    /// own. Until then another battery may be answering under it.
    /// </summary>
    public bool IsIdentified
    {
        get => (_small & IdentifiedFlag) != 0;
        private set => SetFlag(IdentifiedFlag, value);
    }

    /// <summary>Whether <see cref="Values"/> are of now.</summary>
    public BatteryState State
    {
        get => (BatteryState)((_small >> StateAt) & StateMask);
        internal set => SetSmall(StateAt, StateMask, (int)value);
    }

    /// <summary>False until there were values to show.</summary>
    public bool HasValues
    {
        get => (_small & ValuesFlag) != 0;
        internal set => SetFlag(ValuesFlag, value);
    }

    /// <summary>The last values that were to be shown; all 0 while <see cref="HasValues"/> is false.</summary>
    public Telemetry Values { get; private set; } = new();

    /// <summary>When <see cref="Values"/> came, ms on the clock of <c>Poll</c>.</summary>
    public long ValuesMs { get; internal set; }

    /// <summary>When <see cref="Values"/> are no longer live, ms on the clock of <c>Poll</c>.</summary>
    public long LiveUntilMs => ValuesMs + (_counts >> LiveAt);

    /// <summary>Polls in a row that brought no whole reply, or one that contradicts itself, to 255.</summary>
    public int MissedPolls
    {
        get => (_more >> MissedAt) & ByteMask;
        private set => _more = (_more & ~(ByteMask << MissedAt)) | ((value < ByteMask ? value : ByteMask) << MissedAt);
    }

    /// <summary>Why it refused when it was last asked, a code of Modbus, 1..11; <see cref="NotRefused"/> if it did not.</summary>
    public int RefusalCode
    {
        get => (_small >> RefusalAt) & NibbleMask;
        private set => SetSmall(RefusalAt, NibbleMask, value);
    }

    private bool AnsweredBadly
    {
        get => (_small & AnsweredBadlyFlag) != 0;
        set => SetFlag(AnsweredBadlyFlag, value);
    }

    private bool AnsweredWithoutData
    {
        get => (_small & AnsweredWithoutDataFlag) != 0;
        set => SetFlag(AnsweredWithoutDataFlag, value);
    }

    /// <summary>Age of <see cref="Values"/>, ms.</summary>
    public long AgeMs(long nowMs) => nowMs - ValuesMs;

    /// <summary>Its bus id is no longer its own. It answers under another one soon, or its values are not of now.</summary>
    internal void LoseBusId(long nowMs)
    {
        BusId = 0;
        IsIdentified = false;
        if (LiveUntilMs > nowMs + BatteryList.MinLiveMs)
        {
            SetCounts((int)_counts, (int)AgeMs(nowMs) + BatteryList.MinLiveMs);
        }
    }

    /// <summary>Takes its serial, the 12 bytes that stand in <paramref name="buffer"/>.</summary>
    internal void Name(byte[] buffer, int offset)
    {
        System.Array.Copy(buffer, offset, Serial, 0, MessageFormat.SerialLength);
        HasSerial = true;
        SetFlag(PlainSerialFlag, IsPlain(Serial));
    }

    /// <summary>Makes the object a battery that nothing is known of.</summary>
    internal void Forget()
    {
        System.Array.Clear(Serial, 0, Serial.Length);
        // All but its number, which is that of its place in the list.
        _small &= ByteMask << NumberAt;
        _more &= ByteMask << PlaceAt;
        ValuesMs = 0;
        SetCounts((int)_counts + (1 << GenerationAt), liveMs: 0);
    }

    private static bool IsPlain(byte[] serial)
    {
        int at = 0;
        while (at < serial.Length && IsDigitOrLetter(serial[at]))
        {
            at++;
        }

        return at == serial.Length;
    }

    private static bool IsDigitOrLetter(int code) =>
        (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');

    private void SetCounts(int counts, int liveMs) => _counts = (uint)counts | ((long)liveMs << LiveAt);

    private void SetSmall(int at, int mask, int value) => _small = (_small & ~(mask << at)) | (value << at);

    private void SetFlag(int flag, bool isSo) => _small = isSo ? _small | flag : _small & ~flag;
}
