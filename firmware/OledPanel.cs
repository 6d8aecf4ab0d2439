using System;
using System.Device.I2c;
using nanoFramework.Hardware.Esp32;
using ValenceNano.Display;

namespace ValenceNano.Firmware;

/// <summary>
/// A panel of 128x64 on I2C. What is sent, all three controllers know; the differences are in <see cref="SettingsOf"/>. A panel that
/// does not answer is tried again every 10 s.
/// </summary>
/// <remarks>
/// Each message takes from the device's heap, however short it is: areas are gathered until <see cref="Flush"/>, or until two whole
/// pages are there.
/// </remarks>
internal sealed class OledPanel : IPanel
{
    private const int RetryMs = 10000;

    /// <summary>From one renewal of the settings to the next, ms: a panel that lost its power for a moment has lost them.</summary>
    private const int RenewMs = 60000;

    private const int I2cBus = 1;

    // Control bytes: what follows until the next one, or to the end.
    private const byte OneCommand = 0x80;
    private const byte OneDatum = 0xC0;
    private const byte Commands = 0x00;
    private const byte Data = 0x40;

    private const byte Nop = 0xE3;

    // What goes before the data of an area: three commands, each behind its control byte, and the control byte of the data.
    private const int AreaStart = 7;

    // A page of which each byte has its control byte, and a page behind it that has one for all.
    private const int MaxLength = AreaStart - 1 + (2 * PageBuffer.Columns) + AreaStart + PageBuffer.Columns;

    // The SH1106 has memory for 132 columns, and the glass is in the middle of them.
    private readonly int _firstColumn;
    private readonly I2cDevice _device;
    private readonly byte[] _settings;
    private readonly byte[] _areas;
    private int _length;
    private int _lastData;
    private I2cTransferResult _result;
    private bool _answers;
    private long _triedMs = -RetryMs;

    /// <summary>Makes a panel that nothing has been sent to.</summary>
    /// <param name="kind">As <see cref="Board.PanelKind"/>.</param>
    /// <param name="isUpsideDown">As <see cref="Board.PanelIsUpsideDown"/>.</param>
    /// <param name="work">For what is to be sent: 400 bytes that nobody else uses from <see cref="Write"/> to <see cref="Flush"/>.</param>
    public OledPanel(PanelKind kind, bool isUpsideDown, byte[] work)
    {
        _areas = work;
        _firstColumn = kind == PanelKind.Sh1106 ? 2 : 0;
        _settings = SettingsOf(kind, isUpsideDown);
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
        _length = 0;
        return Send(_settings, _settings.Length);
    }

    /// <inheritdoc/>
    public bool Write(byte[] picture, int page, int firstColumn, int count)
    {
        if (!_answers || !MakeRoom(count))
        {
            return false;
        }

        // Page addressing: the only kind that all controllers have, and what each of them is in after power-up.
        int column = _firstColumn + firstColumn;
        int at = _length;
        byte[] a = _areas;
        a[at] = OneCommand;
        a[at + 1] = (byte)(0xB0 + page);
        a[at + 2] = OneCommand;
        a[at + 3] = (byte)(column & 0x0F);
        a[at + 4] = OneCommand;
        a[at + 5] = (byte)(0x10 + (column >> 4));
        a[at + 6] = Data;
        _lastData = at + AreaStart;
        Array.Copy(picture, (page * PageBuffer.Columns) + firstColumn, a, _lastData, count);
        _length = _lastData + count;
        return true;
    }

    /// <summary>Sends what was gathered. A panel that does not take it is started anew later, and then sent everything again.</summary>
    /// <returns>False: there is no panel.</returns>
    public bool Flush()
    {
        int length = _length;
        _length = 0;
        return length == 0 ? _answers : Send(_areas, length);
    }

    /// <inheritdoc/>
    public bool Configure(bool isLit, byte contrast, int startLine)
    {
        if (!Flush())
        {
            return false;
        }

        byte[] c = _areas;
        c[0] = Commands;
        c[1] = 0x81;
        c[2] = contrast;
        c[3] = (byte)(0x40 + startLine);
        c[4] = (byte)(isLit ? 0xAF : 0xAE);
        return Send(c, 5);
    }

    // Commands can stand behind data only if each byte of the data has a control byte of its own.
    private bool MakeRoom(int count)
    {
        int last = _length - _lastData;
        int start = _lastData - 1;
        int end = start + (2 * last);
        if (_length == 0)
        {
            return true;
        }

        if (end + AreaStart + count > MaxLength)
        {
            return Flush();
        }

        byte[] a = _areas;
        for (int from = _length - 1, to = end - 1; to > start; from--, to -= 2)
        {
            a[to] = a[from];
            a[to - 1] = OneDatum;
        }

        _length = end;
        return true;
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
        // A field: a struct in a local would be an object more on the heap with each message.
        _result = _device.Write(new SpanByte(bytes, 0, count));
        _answers = _result.Status == I2cTransferStatus.FullTransfer;
        return _answers;
    }
}
