using ValenceNano.Network;

namespace ValenceNano.HostTests.Network.Wifi;

public sealed class DhcpAnswererTests : IDatagrams
{
    private const int Discover = 1;
    private const int Demand = 3;

    private readonly Queue<byte[]> _messages = new();
    private readonly List<byte[]> _replies = [];
    private readonly DhcpAnswerer _addresses;

    public DhcpAnswererTests() => _addresses = new DhcpAnswerer(this, WifiControl.OwnAddress, new byte[1024]);

    [Fact]
    public void Phone_is_offered_the_address_behind_the_products_own_and_given_it()
    {
        byte[] offer = Ask(Message(Discover, phone: 7))!;
        byte[] given = Ask(Message(Demand, 7, [50, 4, 192, 168, 4, 2, 54, 4, 192, 168, 4, 1]))!;

        Assert.Equal("0201060012345678", Convert.ToHexString(offer[..8]));
        Assert.Equal("C0A80402", Convert.ToHexString(offer[16..20]));
        Assert.Equal("020000000007", Convert.ToHexString(offer[28..34]));
        Assert.Equal(
            "63825363" + "350102" + "3604C0A80401" + "330400000E10" + "0104FFFFFF00" + "0304C0A80401" + "0604C0A80401" + "FF",
            Convert.ToHexString(offer[236..274]));
        Assert.Equal(300, offer.Length);
        Assert.Equal("350105", Convert.ToHexString(given[240..243]));
        Assert.Equal("C0A80402", Convert.ToHexString(given[16..20]));
    }

    [Fact]
    public void Phones_have_addresses_of_their_own_and_keep_them()
    {
        string[] first = [.. Enumerable.Range(1, DhcpAnswerer.MaxClients).Select(Offered)];
        string[] again = [.. Enumerable.Range(1, DhcpAnswerer.MaxClients).Select(Offered)];

        Assert.Equal(["C0A80402", "C0A80403", "C0A80404", "C0A80405"], first);
        Assert.Equal(first, again);
    }

    [Fact]
    public void Phone_too_many_takes_the_address_that_was_given_first()
    {
        string[] all = [.. Enumerable.Range(1, DhcpAnswerer.MaxClients + 1).Select(Offered)];

        Assert.Equal("C0A80402", all[^1]);
    }

    [Fact]
    public void Phone_that_wants_an_address_of_elsewhere_is_refused()
    {
        byte[] refused = Ask(Message(Demand, 7, [50, 4, 10, 0, 0, 7]))!;

        Assert.Equal("350106" + "3604C0A80401" + "FF", Convert.ToHexString(refused[240..250]));
        Assert.Equal("00000000", Convert.ToHexString(refused[16..20]));
    }

    [Fact]
    public void Lease_is_renewed_by_the_address_that_the_phone_has()
    {
        Offered(7);
        byte[] message = Message(Demand, 7);
        byte[] address = [192, 168, 4, 2];
        address.CopyTo(message, 12);

        Assert.Equal("350105", Convert.ToHexString(Ask(message)![240..243]));
    }

    [Fact]
    public void Messages_to_another_server_and_what_is_none_are_not_answered()
    {
        Assert.Null(Ask(Message(Demand, 7, [54, 4, 10, 0, 0, 1])));
        Assert.Null(Ask(Message(7, phone: 7)));
        Assert.Null(Ask(Message(Discover, phone: 7)[..239]));
        byte[] reply = Message(Discover, phone: 7);
        reply[0] = 2;
        Assert.Null(Ask(reply));
        Assert.Null(Ask(Message(Discover, 7, [50, 200, 1])));
    }

    [Fact]
    public void Noise_never_throws()
    {
        var random = new Random(1);
        for (int i = 0; i < 20000; i++)
        {
            byte[] noise = Message(random.Next(1, 4), random.Next(9), new byte[random.Next(300)]);
            random.NextBytes(noise.AsSpan(243));
            Ask(noise);
        }
    }

    int IDatagrams.Receive(byte[] buffer)
    {
        if (!_messages.TryDequeue(out byte[]? message))
        {
            return 0;
        }

        int count = Math.Min(message.Length, buffer.Length);
        Array.Copy(message, buffer, count);
        return count;
    }

    void IDatagrams.Reply(byte[] buffer, int count) => _replies.Add(buffer[..count]);

    private static byte[] Message(int type, int phone, params byte[] options)
    {
        byte[] message = [.. new byte[236], 0x63, 0x82, 0x53, 0x63, 53, 1, (byte)type, .. options, 255];
        byte[] head = [1, 1, 6, 0, 0x12, 0x34, 0x56, 0x78];
        head.CopyTo(message, 0);
        (message[28], message[33]) = (2, (byte)phone);
        return message;
    }

    private string Offered(int phone) => Convert.ToHexString(Ask(Message(Discover, phone))![16..20]);

    private byte[]? Ask(byte[] message)
    {
        _replies.Clear();
        _messages.Enqueue(message);
        Assert.True(_addresses.Poll());
        return _replies.SingleOrDefault();
    }
}
