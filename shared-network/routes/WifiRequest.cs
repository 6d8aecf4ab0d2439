using System;
using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>The requests that set the network up.</summary>
internal sealed class WifiRequest
{
    private const int MinPasswordLength = 8;
    private const int MaxPasswordLength = 63;

    private readonly WifiControl _wifi;
    private readonly JsonReader _reader;
    private int _nameLength;
    private int _passwordLength;

    /// <summary>Makes one for this radio.</summary>
    public WifiRequest(WifiControl wifi, JsonReader reader)
    {
        _wifi = wifi;
        _reader = reader;
    }

    /// <summary>Keeps another network: <c>name</c>, 1 to 32 bytes, and <c>password</c>, 8 to 63 ASCII characters, or none.</summary>
    /// <returns>False: the request is no such thing, or it could not be kept.</returns>
    public bool Join(byte[] body, int count, long nowMs)
    {
        // Made for this: the device restarts behind it, and nobody asks for it again.
        var name = new byte[NetworkStatus.MaxNameLength];
        var password = new byte[MaxPasswordLength];
        _nameLength = 0;
        _passwordLength = 0;
        _reader.Begin(body, count);
        while (_reader.Next())
        {
            if (!Take(body, name, password))
            {
                return false;
            }
        }

        bool isPassword = _passwordLength == 0 || (_passwordLength >= MinPasswordLength && IsAscii(password));
        return !_reader.IsBroken && _nameLength > 0 && isPassword && _wifi.Join(name, _nameLength, password, _passwordLength, nowMs);
    }

    /// <summary>Ends set-up without another network.</summary>
    /// <returns>False: there is none to be ended.</returns>
    public bool End(long nowMs)
    {
        if (!_wifi.IsSetUp)
        {
            return false;
        }

        _wifi.EndSetUp(nowMs);
        return true;
    }

    private bool Take(byte[] body, byte[] name, byte[] password)
    {
        if (_reader.Kind != JsonKind.Text)
        {
            return false;
        }

        if (WebTexts.Is(WebText.Name, body, _reader.KeyStart, _reader.KeyLength))
        {
            _nameLength = _reader.TextLength;
            return IsCopied(name);
        }

        _passwordLength = _reader.TextLength;
        return WebTexts.Is(WebText.Password, body, _reader.KeyStart, _reader.KeyLength) && IsCopied(password);
    }

    private bool IsCopied(byte[] target)
    {
        bool fits = _reader.TextLength <= target.Length;
        if (fits)
        {
            Array.Copy(_reader.Text, 0, target, 0, _reader.TextLength);
        }

        return fits;
    }

    private bool IsAscii(byte[] password)
    {
        int i = 0;
        while (i < _passwordLength && password[i] >= ' ' && password[i] <= '~')
        {
            i++;
        }

        return i == _passwordLength;
    }
}
