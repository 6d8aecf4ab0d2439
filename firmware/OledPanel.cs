using System;
using System.Device.I2c;
using nanoFramework.Hardware.Esp32;
using ValenceNano.Display;

namespace ValenceNano.Firmware;

/// <summary>
/// A panel of 128x64 on I2C. What is sent, all three controllers know; the differences are in <see cref="SettingsOf"/>. A panel that
/// does not answer is tried again every 10 s.
/// </summary>
internal sealed class OledPanel : IPanel
{
    private const int RetryMs = 10000;

    /// <summary>From one renewal of the settings to the next, ms: a panel that lost its power for a moment has lost them.</summary>
    private const int RenewMs = 60000;

    private const int I2cBus = 1;

    // Control bytes: a command follows and then another control byte, commands follow, data follow.
    private const byte OneCommand = 0x80;
    private const byte Commands = 0x00;
    private const byte Data = 0x40;

    private const byte Nop = 0xE3;

    // What goes before the data of an area: three commands, each behind its control byte, and the control byte of the data.
    private const int AreaStart = 7;

    // The SH1106 has memory for 132 columns, and the glass is in the middle of them.
    private readonly int _firstColumn;
    private readonly I2cDevice _device;
    private readonly byte[] _settings;
    private readonly byte[] _look = new byte[5];
    private readonly byte[] _area = new byte[AreaStart + PageBuffer.Columns];
    private bool _answers;
    private long _triedMs = -RetryMs;

    /// <summary>Makes a panel that nothing has been sent to.</summary>
    /// <param name="kind">As <see cref="Board.Panel"/>.</param>
    /// <param name="isUpsideDown">As <see cref="Board.PanelIsUpsideDown"/>.</param>
    public OledPanel(PanelKind kind, bool isUpsideDown)
    {
        _firstColumn = kind == PanelKind.Sh1106 ? 2 : 0;
        _settings = SettingsOf(kind, isUpsideDown);
        _area[0] = OneCommand;
        _area[2] = OneCommand;
        _area[4] = OneCommand;
        _area[AreaStart - 1] = Data;
        Configuration.SetPinFunction(Board.PanelDataPin, DeviceFunction.I2C1_DATA);
        Configuration.SetPinFunction(Board.PanelClockPin, DeviceFunction.I2C1_CLOCK);
        _device = I2cDevice.Create(new I2cConnectionSettings(I2cBus, Board.PanelAddress));
    }

    /// <summary>Starts a panel that is new or has come back, and renews the settings of one that is there.</summary>
    /// <returns>True: it is to be sent everything again.</returns>
    public bool Update(long nowMs)
    {
        if (nowMs - _triedMs < (_answers ? RenewMs : RetryMs))
        {
            return false;
        }

        _triedMs = nowMs;
        return Send(_settings, _settings.Length);
    }

    /// <inheritdoc/>
    public bool Write(byte[] picture, int page, int firstColumn, int count)
    {
        if (!_answers)
        {
            return false;
        }

        // Page addressing: the only kind that all controllers have, and what each of them is in after power-up.
        int column = _firstColumn + firstColumn;
        byte[] a = _area;
        a[1] = (byte)(0xB0 + page);
        a[3] = (byte)(column & 0x0F);
        a[5] = (byte)(0x10 + (column >> 4));
        Array.Copy(picture, (page * PageBuffer.Columns) + firstColumn, a, AreaStart, count);
        return Send(a, AreaStart + count);
    }

    /// <inheritdoc/>
    public bool Configure(bool isLit, byte contrast, int startLine)
    {
        byte[] c = _look;
        c[1] = 0x81;
        c[2] = contrast;
        c[3] = (byte)(0x40 + startLine);
        c[4] = (byte)(isLit ? 0xAF : 0xAE);
        return _answers && Send(c, c.Length);
    }

    // One message. Whether it is lit, contrast and start line are not in it: a panel stays dark until the first picture is there, and one
    // that is there is not disturbed.
    private static byte[] SettingsOf(PanelKind kind, bool isUpsideDown)
    {
        byte[] s =
        {
            Commands,
            0x8D, 0x14, // charge pump on
            0x20, 0x02, // page addressing
            0xA1, 0xC8, // as the modules are mounted
            0xA8, 0x3F, // 64 lines
            0xD3, 0x00, // no offset
            0xD5, 0x80, // clock
            0xDA, 0x12, // COM pins
            0xD9, 0xF1, // pre-charge
            0xDB, 0x40, // deselect level
            0xA4, 0xA6, // show the memory, not inverse
        };
        if (kind == PanelKind.Sh1106)
        {
            // Its converter; pump voltage 8 V. It has page addressing only.
            s[1] = 0xAD;
            s[2] = 0x8B;
            s[3] = 0x32;
            s[4] = Nop;
        }
        else if (kind == PanelKind.Ssd1309)
        {
            // Its module makes the voltage.
            s[1] = Nop;
            s[2] = Nop;
        }

        if (isUpsideDown)
        {
            s[5] = 0xA0;
            s[6] = 0xC0;
        }

        return s;
    }

    private bool Send(byte[] bytes, int count)
    {
        I2cTransferResult result = _device.Write(new SpanByte(bytes, 0, count));
        _answers = result.Status == I2cTransferStatus.FullTransfer;
        return _answers;
    }
}
