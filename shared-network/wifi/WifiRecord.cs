using System;
using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>What set-up keeps over its restarts: that it is wanted, what the radio was before, and the access point's password.</summary>
internal sealed class WifiRecord
{
    /// <summary>Characters of the password.</summary>
    public const int PasswordLength = 8;

    private const byte Version = 1;
    private const int Wanted = TwoSlotRecord.Header;
    private const int Before = Wanted + 1;
    private const int Password = Before + 1;
    private const int Length = PasswordLength + 2 + TwoSlotRecord.Overhead;

    private readonly TwoSlotRecord _record;
    private readonly byte[] _buffer = new byte[Length];

    /// <summary>Reads it; what is not kept is as if nothing had ever been.</summary>
    /// <param name="store">Where it is kept; null: nowhere.</param>
    public WifiRecord(IStore store)
    {
        if (store == null)
        {
            return;
        }

        _record = new TwoSlotRecord(store, "wifi", Version);
        if (!_record.Load(_buffer, Length))
        {
            Clear();
        }
    }

    /// <summary>Set-up is wanted at the next start.</summary>
    public bool IsWanted { get => _buffer[Wanted] != 0; set => _buffer[Wanted] = (byte)(value ? 1 : 0); }

    /// <summary>What the radio was, and is to be afterwards.</summary>
    public RadioMode ModeBefore { get => (RadioMode)_buffer[Before]; set => _buffer[Before] = (byte)value; }

    /// <summary>A password is kept.</summary>
    public bool HasPassword => _buffer[Password] != 0;

    /// <summary>Keeps it.</summary>
    /// <returns>False: it could not be kept.</returns>
    public bool Save() => _record != null && _record.Save(_buffer, Length);

    /// <summary>Makes it one that says nothing.</summary>
    public void Clear() => Array.Clear(_buffer, 0, Length);

    /// <summary>The password in an array of its own, which is made.</summary>
    public byte[] CopyPassword()
    {
        var password = new byte[PasswordLength];
        Array.Copy(_buffer, Password, password, 0, PasswordLength);
        return password;
    }

    /// <summary>Another password.</summary>
    public void SetPassword(byte[] password) => Array.Copy(password, 0, _buffer, Password, PasswordLength);
}
