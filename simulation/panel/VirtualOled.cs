namespace ValenceNano.Simulation;

/// <summary>
/// A 128x64 panel with its controller, by the data sheet: what it does with the bytes of an I2C transfer, and what
/// can then be seen on it. Mounted as the common modules are, upright with segments and lines both reversed (A1, C8).
/// </summary>
public sealed class VirtualOled
{
    /// <summary>Width, pixels.</summary>
    public const int Width = 128;

    /// <summary>Height, pixels.</summary>
    public const int Height = 64;

    /// <summary>Bytes of what is to be seen: 8 pages of 128 columns, the lowest bit on top.</summary>
    public const int MemoryLength = Width * Height / 8;

    private const int Pages = Height / 8;

    private const int IsContinued = 0x80;
    private const int IsData = 0x40;

    // By segment and line of the glass, not by the address under which a byte was written.
    private readonly byte[] _memory;

    // Columns of the memory, and how many of them lie to the left of the glass.
    private readonly int _columns;
    private readonly int _margin;
    private readonly OledChip _chip;
    private OledSettings _settings;
    private bool _isPresent;

    /// <summary>Makes a panel that has just been given power.</summary>
    /// <param name="chip">Its controller.</param>
    public VirtualOled(OledChip chip = OledChip.Ssd1306)
    {
        _chip = chip;
        _columns = chip == OledChip.Sh1106 ? 132 : Width;
        _margin = (_columns - Width) / 2;
        _memory = new byte[Pages * _columns];
        _settings = new OledSettings(chip);
        IsPresent = true;
    }

    /// <summary>
    /// False: it is unplugged and acknowledges nothing. Plugged in again it is as after power-up: off, in page addressing,
    /// its memory full of chance.
    /// </summary>
    public bool IsPresent
    {
        get => _isPresent;
        set
        {
            if (value && !_isPresent)
            {
                PowerUp();
            }

            _isPresent = value;
        }
    }

    /// <summary>Bytes taken so far, without addresses.</summary>
    public long BytesWritten { get; private set; }

    /// <summary>Transfers taken so far.</summary>
    public long Transfers { get; private set; }

    /// <summary>Commands so far that it does not have, and control bytes that mean nothing.</summary>
    public long BadBytes { get; private set; }

    /// <summary>How bright it is, 0..255; even 0 can be seen.</summary>
    public int Contrast => _settings.Contrast;

    /// <summary>Dark and light are exchanged.</summary>
    public bool IsInverse => _settings.IsInverse;

    /// <summary>The memory's line that is on top.</summary>
    public int StartLine => _settings.StartLine;

    /// <summary>Whether anything can be seen: it has power, is on, and makes the voltage that its pixels need.</summary>
    public bool IsVisible => _isPresent && _settings.IsOn && _settings.HasPixelVoltage;

    /// <summary>The byte that was written to this address, 0..127 (of an SH1106 0..131), whatever can be seen of it.</summary>
    public byte MemoryAt(int page, int column) => _memory[(page * _columns) + Segment(column)];

    /// <summary>Takes a transfer's bytes, the address not among them.</summary>
    /// <returns>False: not there, nothing was acknowledged.</returns>
    public bool Write(ReadOnlySpan<byte> bytes)
    {
        if (!_isPresent)
        {
            return false;
        }

        Transfers++;
        BytesWritten += bytes.Length;
        int i = 0;
        while (i < bytes.Length)
        {
            int control = bytes[i++];
            BadBytes += (control & ~(IsContinued | IsData)) == 0 ? 0 : 1;
            bool isLast = (control & IsContinued) == 0;
            int end = isLast ? bytes.Length : Math.Min(i + 1, bytes.Length);
            for (; i < end; i++)
            {
                Take(bytes[i], (control & IsData) != 0);
            }
        }

        return true;
    }

    /// <summary>Whether a pixel shines as one sees it, (0, 0) on the upper left.</summary>
    public bool IsLit(int x, int y)
    {
        if (!IsVisible)
        {
            return false;
        }

        int common = _settings.ReversesLines ? y : Height - 1 - y;
        int row = (common + _settings.LineOffset) % Height;
        if (row >= _settings.LineCount)
        {
            return false;
        }

        int line = (row + _settings.StartLine) % Height;
        int segment = _columns - 1 - _margin - x;
        bool isSet = (_memory[(line / 8 * _columns) + segment] >> (line % 8) & 1) != 0;
        return _settings.IsAllOn || isSet != _settings.IsInverse;
    }

    private void Take(byte value, bool isData)
    {
        if (!isData)
        {
            BadBytes += _settings.Take(value) ? 0 : 1;
            return;
        }

        _memory[(_settings.Page * _columns) + Segment(_settings.Column)] = value;
        _settings.Advance();
    }

    private int Segment(int column) => _settings.ReversesSegments ? _columns - 1 - column : column;

    private void PowerUp()
    {
        _settings = new OledSettings(_chip);
        new Random(1306).NextBytes(_memory);
    }
}
