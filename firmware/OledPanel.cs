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
    private const byte Command = 0x00;
    private const byte Data = 0x40;
    private const byte NoOperation = 0xE3;

    private readonly I2cDevice _device;
    private readonly byte[] _data = new byte[1 + PageBuffer.Columns];
    private readonly byte[] _window = { Command, 0x21, 0, 0, 0x22, 0, 0 };
    private readonly byte[] _contrast = { Command, 0x81, 0 };
    private readonly byte[] _single = { Command, NoOperation };

    // What a panel needs after power-up besides what is its default: charge pump, horizontal addressing, how it is mounted.
    private readonly byte[] _settings = { Command, 0x8D, 0x14, 0x20, 0x00, 0xA1, 0xC8 };

    private bool _answers;
    private long _triedMs = -RetryMs;

    /// <summary>Makes a panel that nothing has been sent to.</summary>
    public OledPanel()
    {
        Configuration.SetPinFunction(Board.PanelDataPin, DeviceFunction.I2C1_DATA);
        Configuration.SetPinFunction(Board.PanelClockPin, DeviceFunction.I2C1_CLOCK);
        _device = I2cDevice.Create(new I2cConnectionSettings(I2cBus, Board.PanelAddress));
        if (Board.PanelIsUpsideDown)
        {
            _settings[5] = 0xA0;
            _settings[6] = 0xC0;
        }
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
        if (!_answers)
        {
            _answers = Send(_single, 2) && Start();
        }
        else
        {
            Send(_settings, _settings.Length);
        }

        return _answers;
    }

    /// <inheritdoc/>
    public bool Write(byte[] picture, int page, int firstColumn, int count)
    {
        _window[2] = (byte)firstColumn;
        _window[3] = (byte)(firstColumn + count - 1);
        _window[5] = (byte)page;
        _window[6] = (byte)page;
        _data[0] = Data;
        Array.Copy(picture, (page * PageBuffer.Columns) + firstColumn, _data, 1, count);
        return _answers && Send(_window, _window.Length) && Send(_data, 1 + count);
    }

    /// <inheritdoc/>
    public bool SetContrast(byte contrast)
    {
        _contrast[2] = contrast;
        return _answers && Send(_contrast, _contrast.Length);
    }

    /// <inheritdoc/>
    public bool SetPower(bool lit) => SendSingle(lit ? 0xAF : 0xAE);

    /// <inheritdoc/>
    public bool SetStartLine(int row) => SendSingle(0x40 + row);

    private bool Start()
    {
        // Its constructor is the start-up; the object itself is of no use.
        _ = new Ssd1306(_device, Ssd13xx.DisplayResolution.OLED128x64);
        return Send(_settings, _settings.Length);
    }

    private bool SendSingle(int command)
    {
        _single[1] = (byte)command;
        return _answers && Send(_single, 2);
    }

    private bool Send(byte[] bytes, int count)
    {
        I2cTransferResult result = _device.Write(new SpanByte(bytes, 0, count));
        _answers = result.Status == I2cTransferStatus.FullTransfer;
        return _answers;
    }
}
