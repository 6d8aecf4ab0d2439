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
    private readonly byte[] _name = new byte[NetworkStatus.MaxNameLength];
    private readonly byte[] _password = new byte[MaxPasswordLength];
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
        _nameLength = 0;
        _passwordLength = 0;
        _reader.Begin(body, count);
        while (_reader.Next())
        {
            if (!Take(body))
            {
                return false;
            }
        }

        bool isPassword = _passwordLength == 0 || (_passwordLength >= MinPasswordLength && IsAscii());
        return !_reader.IsBroken && _nameLength > 0 && isPassword && _wifi.Join(_name, _nameLength, _password, _passwordLength, nowMs);
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

    private bool Take(byte[] body)
    {
        if (_reader.Kind != JsonKind.Text)
        {
            return false;
        }

        if (WebTexts.Is(WebText.Name, body, _reader.KeyStart, _reader.KeyLength))
        {
            _nameLength = _reader.TextLength;
            return IsCopied(_name);
        }

        _passwordLength = _reader.TextLength;
        return WebTexts.Is(WebText.Password, body, _reader.KeyStart, _reader.KeyLength) && IsCopied(_password);
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

    private bool IsAscii()
    {
        int i = 0;
        while (i < _passwordLength && _password[i] >= ' ' && _password[i] <= '~')
        {
            i++;
        }

        return i == _passwordLength;
    }
}
