using System;

namespace ValenceNano.Network;

/// <summary>
/// Gives addresses to those who join the product's own network (RFC 2131): the four behind its own, by hardware address. Name server and router
/// is the product itself. Written here because the platform's library for it brings tables and objects that set-up has no room for.
/// </summary>
public sealed class DhcpAnswerer
{
    /// <summary>How many addresses there are to give; the one that was given first is given again when they are used up.</summary>
    public const int MaxClients = 4;

    // The shortest message that old clients take: longer than any that is sent.
    private const int ReplyLength = 300;

    private const int Request = 1;
    private const int Reply = 2;
    private const int HardwareLength = 6;

    // Places in a message.
    private const int ClientAddress = 12;
    private const int YourAddress = 16;
    private const int ServerAddress = 20;
    private const int Hardware = 28;
    private const int ServerName = 44;
    private const int Cookie = 236;
    private const int Options = 240;

    private const int PadOption = 0;
    private const int MaskOption = 1;
    private const int RouterOption = 3;
    private const int NameServerOption = 6;
    private const int RequestedOption = 50;
    private const int LeaseOption = 51;
    private const int TypeOption = 53;
    private const int ServerOption = 54;
    private const int EndOption = 255;

    private const int Discover = 1;
    private const int Offer = 2;
    private const int Demand = 3;
    private const int Acknowledge = 5;
    private const int Refuse = 6;

    // What stands between the fixed part and the options.
    private const int Magic = 0x63825363;

    private const int LeaseS = 3600;
    private const int Mask = unchecked((int)0xFFFFFF00);

    private readonly IDatagrams _port;
    private readonly int _address;
    private readonly byte[] _buffer;
    private readonly byte[] _hardware = new byte[MaxClients * HardwareLength];
    private int _next;

    // Of the message that is looked at; 0: it does not say.
    private int _type;
    private int _requested;
    private int _server;

    /// <summary>Makes one that has not looked at its port yet.</summary>
    /// <param name="port">Where questions come; a reply must go to all, since who asks has no address yet.</param>
    /// <param name="address">The product's own IPv4 address, its first number in the highest byte.</param>
    /// <param name="work">For its work within one call, at least 576 bytes, which everybody must take, that others may have too.</param>
    public DhcpAnswerer(IDatagrams port, int address, byte[] work)
    {
        _port = port;
        _address = address;
        _buffer = work;
    }

    /// <summary>Answers one message, if there is one.</summary>
    /// <returns>True: there may be another one.</returns>
    public bool Poll()
    {
        int count = _port.Receive(_buffer);
        if (count == 0)
        {
            return false;
        }

        if (IsRequest(count))
        {
            Answer();
        }

        return true;
    }

    private bool IsRequest(int count)
    {
        byte[] b = _buffer;
        if (count < Options || b[0] != Request || b[2] != HardwareLength || Number(Cookie) != Magic)
        {
            return false;
        }

        _type = 0;
        _requested = 0;
        _server = 0;
        return AreOptionsTaken(count);
    }

    private bool AreOptionsTaken(int count)
    {
        byte[] b = _buffer;
        int at = Options;
        while (at < count && b[at] != EndOption)
        {
            if (b[at] == PadOption)
            {
                at++;
                continue;
            }

            int end = at + 1 < count ? at + 2 + b[at + 1] : count + 1;
            if (end > count)
            {
                return false;
            }

            TakeOption(b[at], at + 2, b[at + 1]);
            at = end;
        }

        return true;
    }

    private void TakeOption(int option, int at, int length)
    {
        if (option == TypeOption && length == 1)
        {
            _type = _buffer[at];
        }
        else if (option == RequestedOption && length == 4)
        {
            _requested = Number(at);
        }
        else if (option == ServerOption && length == 4)
        {
            _server = Number(at);
        }
    }

    private void Answer()
    {
        if (_type == Discover)
        {
            Send(Offer, _address + 1 + SlotOf());
        }
        else if (_type == Demand && (_server == 0 || _server == _address))
        {
            int given = _address + 1 + SlotOf();
            int wanted = _requested != 0 ? _requested : Number(ClientAddress);
            Send(wanted == given ? Acknowledge : Refuse, wanted == given ? given : 0);
        }
    }

    // The place of who asks; a new one takes the next.
    private int SlotOf()
    {
        for (int slot = 0; slot < MaxClients; slot++)
        {
            int i = 0;
            while (i < HardwareLength && _hardware[(slot * HardwareLength) + i] == _buffer[Hardware + i])
            {
                i++;
            }

            if (i == HardwareLength)
            {
                return slot;
            }
        }

        int taken = _next;
        _next = (_next + 1) % MaxClients;
        Array.Copy(_buffer, Hardware, _hardware, taken * HardwareLength, HardwareLength);
        return taken;
    }

    // The request becomes its own reply.
    private void Send(int type, int given)
    {
        byte[] b = _buffer;
        b[0] = Reply;
        Put(YourAddress, given);
        Put(ServerAddress, _address);
        Array.Clear(b, ServerName, Cookie - ServerName);
        int at = Options;
        b[at++] = TypeOption;
        b[at++] = 1;
        b[at++] = (byte)type;
        at = PutOption(at, ServerOption, _address);
        if (type != Refuse)
        {
            at = PutOption(at, LeaseOption, LeaseS);
            at = PutOption(at, MaskOption, Mask);
            at = PutOption(at, RouterOption, _address);
            at = PutOption(at, NameServerOption, _address);
        }

        b[at++] = EndOption;
        Array.Clear(b, at, ReplyLength - at);
        _port.Reply(b, ReplyLength);
    }

    private int PutOption(int at, int option, int value)
    {
        _buffer[at] = (byte)option;
        _buffer[at + 1] = 4;
        Put(at + 2, value);
        return at + 6;
    }

    private void Put(int at, int number)
    {
        for (int shift = 24; shift >= 0; shift -= 8)
        {
            _buffer[at++] = (byte)(number >> shift);
        }
    }

    private int Number(int at) => (_buffer[at] << 24) | (_buffer[at + 1] << 16) | (_buffer[at + 2] << 8) | _buffer[at + 3];
}
