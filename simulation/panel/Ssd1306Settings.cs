namespace ValenceNano.Simulation;

/// <summary>The SSD1306's commands and what they set; a new object is as the chip is after power-up.</summary>
internal sealed class Ssd1306Settings
{
    private const int HorizontalMode = 0;
    private const int VerticalMode = 1;
    private const int PageMode = 2;

    private const int LastColumn = 127;
    private const int LastPage = 7;

    // A command waits here for its arguments; they may come in later transfers.
    private readonly byte[] _arguments = new byte[6];
    private int _command;
    private int _argumentsLeft;
    private int _argumentCount;

    private int _mode = PageMode;
    private int _firstColumn;
    private int _lastColumn = LastColumn;
    private int _firstPage;
    private int _lastPage = LastPage;

    /// <summary>Where the next byte of data goes.</summary>
    public int Column { get; private set; }

    /// <summary>Where the next byte of data goes.</summary>
    public int Page { get; private set; }

    public int Contrast { get; private set; } = 0x7F;

    public int StartLine { get; private set; }

    /// <summary>D3: by how many lines the picture is shifted up on the glass.</summary>
    public int LineOffset { get; private set; }

    /// <summary>A8: how many of the glass's lines are driven.</summary>
    public int LineCount { get; private set; } = 64;

    public bool IsOn { get; private set; }

    public bool HasChargePump { get; private set; }

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
            _argumentsLeft = ArgumentsOf(value);
        }

        return _argumentsLeft > 0 || Carry(_command);
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
        0x20 or 0x81 or 0x8D or 0xA8 or 0xD3 or 0xD5 or 0xD9 or 0xDA or 0xDB => 1,
        _ => 0,
    };

    private bool Carry(int command)
    {
        switch (command)
        {
            case <= 0x0F:
                Column = (Column & 0x70) | command;
                return true;
            case <= 0x1F:
                Column = (Column & 0x0F) | ((command & 0x07) << 4);
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
                _firstColumn = _arguments[0] & LastColumn;
                _lastColumn = _arguments[1] & LastColumn;
                Column = _firstColumn;
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
                HasChargePump = (_arguments[0] & 0x04) != 0;
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

    // Scrolling is not carried out: nobody here scrolls. Clock, pre-charge, COM pins and level cannot be seen.
    private static bool IsWithoutEffect(int command) =>
        command is 0x26 or 0x27 or 0x29 or 0x2A or 0x2E or 0x2F or 0xA3 or 0xD5 or 0xD9 or 0xDA or 0xDB or 0xE3;

    // Both tell whether they have begun anew.
    private bool AdvanceColumn()
    {
        bool isAtEnd = Column == _lastColumn;
        Column = isAtEnd ? _firstColumn : (Column + 1) & LastColumn;
        return isAtEnd;
    }

    private bool AdvancePage()
    {
        bool isAtEnd = Page == _lastPage;
        Page = isAtEnd ? _firstPage : (Page + 1) & LastPage;
        return isAtEnd;
    }
}
