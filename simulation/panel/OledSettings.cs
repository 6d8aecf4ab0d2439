namespace ValenceNano.Simulation;

/// <summary>A panel's commands and what they set; a new object is as the chip is after power-up.</summary>
/// <remarks>Data sheets: SSD1306 rev 1.1, SSD1309 rev 1.1, SH1106 V2.3.</remarks>
internal sealed class OledSettings(OledChip chip)
{
    private const int HorizontalMode = 0;
    private const int VerticalMode = 1;
    private const int PageMode = 2;

    private const int LastPage = 7;

    private const int Nop = 0xE3;

    // The last column that there is memory of, and the last one of a window.
    private readonly int _endColumn = chip == OledChip.Sh1106 ? 131 : 127;
    private int _lastColumn = 127;

    // A command waits here for its arguments; they may come in later transfers.
    private readonly byte[] _arguments = new byte[6];
    private int _command;
    private int _argumentsLeft;
    private int _argumentCount;

    private int _mode = PageMode;
    private int _column;
    private int _firstColumn;
    private int _firstPage;
    private int _lastPage = LastPage;

    /// <summary>Where the next byte of data goes.</summary>
    public int Column => Math.Min(_endColumn, _column);

    /// <summary>Where the next byte of data goes.</summary>
    public int Page { get; private set; }

    public int Contrast { get; private set; } = 0x7F;

    public int StartLine { get; private set; }

    /// <summary>D3: by how many lines the picture is shifted up on the glass.</summary>
    public int LineOffset { get; private set; }

    /// <summary>A8: how many of the glass's lines are driven.</summary>
    public int LineCount { get; private set; } = 64;

    public bool IsOn { get; private set; }

    /// <summary>The voltage that the pixels need is made: by the chip, if it was told to, or by the module.</summary>
    public bool HasPixelVoltage { get; private set; } = chip != OledChip.Ssd1306;

    public bool IsInverse { get; private set; }

    /// <summary>A5: every pixel shines, whatever the memory holds.</summary>
    public bool IsAllOn { get; private set; }

    public bool ReversesSegments { get; private set; }

    public bool ReversesLines { get; private set; }

    /// <summary>Takes a byte of a command.</summary>
    /// <returns>False: there is no such command.</returns>
    public bool Take(byte value)
    {
        if (_argumentsLeft > 0)
        {
            _arguments[_argumentCount++] = value;
            _argumentsLeft--;
        }
        else
        {
            _command = value;
            _argumentCount = 0;
            _argumentsLeft = IsKnown(value) ? ArgumentsOf(value) : 0;
        }

        return _argumentsLeft > 0 || (IsKnown(_command) && Carry(_command));
    }

    /// <summary>A byte of data was written: goes on to the next place.</summary>
    public void Advance()
    {
        if (_mode == VerticalMode)
        {
            if (AdvancePage())
            {
                AdvanceColumn();
            }
        }
        else if (AdvanceColumn() && _mode == HorizontalMode)
        {
            AdvancePage();
        }
    }

    private static int ArgumentsOf(byte command) => command switch
    {
        0x26 or 0x27 => 6,
        0x29 or 0x2A => 5,
        0x21 or 0x22 or 0xA3 => 2,
        0x20 or 0x81 or 0x8D or 0xA8 or 0xAD or 0xD3 or 0xD5 or 0xD9 or 0xDA or 0xDB or 0xFD => 1,
        _ => 0,
    };

    // What one of the three has and another has not; all of them have the rest.
    private bool IsKnown(int command) => command switch
    {
        >= 0x20 and <= 0x2F or 0xA3 => chip != OledChip.Sh1106,
        >= 0x30 and <= 0x33 or 0xAD or 0xE0 or 0xEE => chip == OledChip.Sh1106,
        0x8D => chip == OledChip.Ssd1306,
        0xFD => chip == OledChip.Ssd1309,
        _ => true,
    };

    private bool Carry(int command)
    {
        switch (command)
        {
            case <= 0x0F:
                _column = (_column & 0xF0) | command;
                return true;
            case <= 0x1F:
                int high = chip == OledChip.Sh1106 ? command & 0x0F : command & 0x07;
                _column = (_column & 0x0F) | (high << 4);
                return true;
            case >= 0x40 and <= 0x7F:
                StartLine = command & 0x3F;
                return true;
            case >= 0xB0 and <= 0xB7:
                Page = command & LastPage;
                return true;
            case >= 0xC0 and <= 0xCF:
                ReversesLines = (command & 0x08) != 0;
                return true;
            default:
                return CarryAddressing(command) || CarrySwitch(command) || IsWithoutEffect(command);
        }
    }

    private bool CarryAddressing(int command)
    {
        switch (command)
        {
            case 0x20:
                _mode = (_arguments[0] & 0x03) == 0x03 ? PageMode : _arguments[0] & 0x03;
                return true;
            case 0x21:
                _firstColumn = _arguments[0] & _endColumn;
                _lastColumn = _arguments[1] & _endColumn;
                _column = _firstColumn;
                return true;
            case 0x22:
                _firstPage = _arguments[0] & LastPage;
                _lastPage = _arguments[1] & LastPage;
                Page = _firstPage;
                return true;
            case 0xA8:
                // Fewer than 16 lines are invalid, and change nothing.
                LineCount = (_arguments[0] & 0x3F) >= 15 ? (_arguments[0] & 0x3F) + 1 : LineCount;
                return true;
            case 0xD3:
                LineOffset = _arguments[0] & 0x3F;
                return true;
            default:
                return false;
        }
    }

    private bool CarrySwitch(int command)
    {
        switch (command)
        {
            case 0x81:
                Contrast = _arguments[0];
                return true;
            case 0x8D:
                HasPixelVoltage = (_arguments[0] & 0x04) != 0;
                return true;
            case 0xAD:
                HasPixelVoltage = (_arguments[0] & 0x01) != 0;
                return true;
            case 0xA0 or 0xA1:
                ReversesSegments = command == 0xA1;
                return true;
            case 0xA4 or 0xA5:
                IsAllOn = command == 0xA5;
                return true;
            case 0xA6 or 0xA7:
                IsInverse = command == 0xA7;
                return true;
            case 0xAE or 0xAF:
                IsOn = command == 0xAF;
                return true;
            default:
                return false;
        }
    }

    // Scrolling, reading back and the command lock are not carried out: nobody here uses them. Clock, pre-charge, COM pins, level and
    // voltage cannot be seen.
    private static bool IsWithoutEffect(int command) => command
        is 0x26 or 0x27 or 0x29 or 0x2A or 0x2E or 0x2F
        or 0x30 or 0x31 or 0x32 or 0x33
        or 0xA3 or 0xD5 or 0xD9 or 0xDA or 0xDB or 0xE0 or Nop or 0xEE or 0xFD;

    // Both tell whether they have begun anew.
    private bool AdvanceColumn()
    {
        if (chip == OledChip.Sh1106)
        {
            // Counting ends at the last column.
            _column = Column + 1;
            return false;
        }

        bool isAtEnd = _column == _lastColumn;
        _column = isAtEnd ? _firstColumn : (_column + 1) & _endColumn;
        return isAtEnd;
    }

    private bool AdvancePage()
    {
        bool isAtEnd = Page == _lastPage;
        Page = isAtEnd ? _firstPage : (Page + 1) & LastPage;
        return isAtEnd;
    }
}
