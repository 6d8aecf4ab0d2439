using System;

namespace ValenceNano.Model;

/// <summary>What there is to tell of the network; whoever runs it writes it here.</summary>
public sealed class NetworkStatus
{
    /// <summary>The longest name of a network, bytes (IEEE 802.11).</summary>
    public const int MaxNameLength = 32;

    /// <summary>What it does.</summary>
    public NetworkState State { get; private set; }

    /// <summary>Grows with each change.</summary>
    public int Revision { get; private set; }

    /// <summary>The product's IPv4 address, its first number in the highest byte; 0: it has none.</summary>
    public int Address { get; private set; }

    /// <summary>The name of the network, or of the access point that it is; its bytes are in no agreed character set.</summary>
    public byte[] Name { get; } = new byte[MaxNameLength];

    /// <summary>Length of <see cref="Name"/>, bytes; 0: there is none.</summary>
    public int NameLength { get; private set; }

    /// <summary>The password of the access point, ASCII; null unless <see cref="NetworkState.SetUp"/>.</summary>
    public byte[] Password { get; private set; }

    /// <summary>A phone is in the access point's network.</summary>
    public bool IsJoined { get; private set; }

    /// <summary>Another state.</summary>
    public void SetState(NetworkState state)
    {
        if (State != state)
        {
            State = state;
            Revision++;
        }
    }

    /// <summary>Another address; 0: none.</summary>
    public void SetAddress(int address)
    {
        if (Address != address)
        {
            Address = address;
            Revision++;
        }
    }

    /// <summary>Another name.</summary>
    /// <param name="name">Where it begins with its first byte.</param>
    /// <param name="length">0..<see cref="MaxNameLength"/>.</param>
    public void SetName(byte[] name, int length)
    {
        Array.Copy(name, 0, Name, 0, length);
        NameLength = length;
        Revision++;
    }

    /// <summary>It is an access point with this password.</summary>
    public void SetPassword(byte[] password)
    {
        Password = password;
        Revision++;
    }

    /// <summary>A phone has come, or the last one has gone.</summary>
    public void SetJoined(bool isJoined)
    {
        if (IsJoined != isJoined)
        {
            IsJoined = isJoined;
            Revision++;
        }
    }
}
