using System;
using System.Device.I2c;
using Iot.Device.Ssd13xx;
using nanoFramework.Hardware.Esp32;
using ValenceNano.Display;

namespace ValenceNano.Firmware;

/// <summary>
/// An SSD1306 on I2C. The library starts it; everything else is written here, since the library always sends the whole
/// screen. A panel that does not answer is tried again every 10 s.
/// </summary>
internal sealed class OledPanel : IPanel
{
    private const int RetryMs = 10000;

    /// <summary>From one renewal of the settings to the next, ms: a panel that lost its power for a moment has lost them.</summary>
    private const int RenewMs = 60000;

    private const int I2cBus = 1;
    private const byte Data = 0x40;

    private readonly bool _isUpsideDown;
    private readonly I2cDevice _device;
    private readonly byte[] _data = new byte[1 + PageBuffer.Columns];

    // Commands from the second byte on; the first stays 0, which says so.
    private readonly byte[] _commands = new byte[7];

    private bool _answers;
    private long _triedMs = -RetryMs;

    /// <summary>Makes a panel that nothing has been sent to.</summary>
    /// <param name="isUpsideDown">As <see cref="Board.PanelIsUpsideDown"/>.</param>
    public OledPanel(bool isUpsideDown)
    {
        _isUpsideDown = isUpsideDown;
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
        bool isStarted = _answers;
        if (SendSettings() && !isStarted)
        {
            // It is there, for it took the settings. The constructor is the start-up, which overwrites how it is mounted; the object
            // itself is of no use.
            _ = new Ssd1306(_device, Ssd13xx.DisplayResolution.OLED128x64);
            SendSettings();
        }

        return _answers;
    }

    /// <inheritdoc/>
    public bool Write(byte[] picture, int page, int firstColumn, int count)
    {
        if (!_answers)
        {
            return false;
        }

        byte[] c = _commands;
        c[1] = 0x21;
        c[2] = (byte)firstColumn;
        c[3] = (byte)(firstColumn + count - 1);
        c[4] = 0x22;
        c[5] = (byte)page;
        c[6] = (byte)page;
        _data[0] = Data;
        Array.Copy(picture, (page * PageBuffer.Columns) + firstColumn, _data, 1, count);
        return Send(c, c.Length) && Send(_data, 1 + count);
    }

    /// <inheritdoc/>
    public bool Configure(bool isLit, byte contrast, int startLine)
    {
        byte[] c = _commands;
        c[1] = 0x81;
        c[2] = contrast;
        c[3] = (byte)(0x40 + startLine);
        c[4] = (byte)(isLit ? 0xAF : 0xAE);
        return _answers && Send(c, 5);
    }

    // What a panel needs after power-up besides what is its default: charge pump, horizontal addressing, how it is mounted.
    private bool SendSettings()
    {
        byte[] c = _commands;
        c[1] = 0x8D;
        c[2] = 0x14;
        c[3] = 0x20;
        c[4] = 0x00;
        c[5] = (byte)(_isUpsideDown ? 0xA0 : 0xA1);
        c[6] = (byte)(_isUpsideDown ? 0xC0 : 0xC8);
        return Send(c, c.Length);
    }

    private bool Send(byte[] bytes, int count)
    {
        I2cTransferResult result = _device.Write(new SpanByte(bytes, 0, count));
        _answers = result.Status == I2cTransferStatus.FullTransfer;
        return _answers;
    }
}
