using System.Net;
using System.Net.Sockets;
using System.Text;
using ValenceNano.Firmware;
using ValenceNano.Network;

namespace ValenceNano.HostTests.Network.Wifi;

public sealed class DnsAnswererTests : IDatagrams
{
    private readonly Queue<byte[]> _questions = new();
    private readonly List<byte[]> _answers = [];
    private readonly DnsAnswerer _names;

    public DnsAnswererTests() => _names = new DnsAnswerer(this, WifiControl.OwnAddress, new byte[1024]);

    [Theory]
    [InlineData("connectivitycheck.gstatic.com")]
    [InlineData("captive.apple.com")]
    [InlineData("www.msftconnecttest.com")]
    [InlineData("a")]
    public void Every_name_has_the_products_own_address(string name)
    {
        byte[] question = Question(name, type: 1);

        byte[] answer = Ask(question)!;

        Assert.Equal(question[..2], answer[..2]);
        Assert.Equal("81000001000100000000", Convert.ToHexString(answer[2..12]));
        Assert.Equal(question[12..], answer[12..question.Length]);
        Assert.Equal("C00C000100010000003C0004C0A80401", Convert.ToHexString(answer[question.Length..]));
    }

    [Theory]
    [InlineData(28)]
    [InlineData(65)]
    [InlineData(15)]
    public void Question_for_something_else_is_told_that_there_is_none(int type)
    {
        byte[] question = Question("captive.apple.com", type);

        byte[] answer = Ask(question)!;

        Assert.Equal(question.Length, answer.Length);
        Assert.Equal("81000001000000000000", Convert.ToHexString(answer[2..12]));
    }

    [Fact]
    public void What_comes_behind_the_question_is_left_out()
    {
        // An OPT record of EDNS, as most resolvers send it.
        byte[] question = [.. Question("captive.apple.com", type: 1), 0, 0, 41, 4, 208, 0, 0, 0, 0, 0, 0];
        question[11] = 1;

        byte[] answer = Ask(question)!;

        Assert.Equal(question.Length - 11 + 16, answer.Length);
        Assert.Equal("0001000100000000", Convert.ToHexString(answer[4..12]));
    }

    [Fact]
    public void Other_operations_are_told_that_they_are_not_known()
    {
        byte[] question = Question("a", type: 1);
        question[2] = 0x28;

        Assert.Equal("A8040000000000000000", Convert.ToHexString(Ask(question)![2..12]));
    }

    [Fact]
    public void What_is_no_question_is_not_answered()
    {
        byte[] whole = Question("captive.apple.com", type: 1);
        for (int length = 1; length < whole.Length; length++)
        {
            Assert.Null(Ask(whole[..length]));
        }

        byte[] answer = [.. whole];
        answer[2] |= 0x80;
        Assert.Null(Ask(answer));
        byte[] pointing = [.. whole];
        pointing[12] = 0xC0;
        Assert.Null(Ask(pointing));
        Assert.Null(Ask(new byte[512]));
    }

    [Fact]
    public void Noise_never_throws()
    {
        var random = new Random(1);
        for (int i = 0; i < 20000; i++)
        {
            byte[] noise = new byte[random.Next(6, 513)];
            random.NextBytes(noise);
            noise[4] = 0;
            noise[5] = 1;
            Ask(noise);
        }
    }

    [Fact]
    public void Answer_comes_over_a_real_socket()
    {
        int free = FreePort();
        var port = new NetworkDatagrams(free);
        using var client = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var names = new DnsAnswerer(port, WifiControl.OwnAddress, new byte[1024]);
        names.Poll();
        client.Send(Question("captive.apple.com", type: 1), new IPEndPoint(IPAddress.Loopback, free));
        client.Client.ReceiveTimeout = 5000;
        SpinWait.SpinUntil(names.Poll, 5000);

        IPEndPoint? from = null;
        byte[] answer = client.Receive(ref from);
        port.Close();

        Assert.Equal("C0A80401", Convert.ToHexString(answer[^4..]));
    }

    int IDatagrams.Receive(byte[] buffer)
    {
        if (!_questions.TryDequeue(out byte[]? question))
        {
            return 0;
        }

        int count = Math.Min(question.Length, buffer.Length);
        Array.Copy(question, buffer, count);
        return count;
    }

    void IDatagrams.Reply(byte[] buffer, int count) => _answers.Add(buffer[..count]);

    private static int FreePort()
    {
        using var probe = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.Client.LocalEndPoint!).Port;
    }

    private static byte[] Question(string name, int type)
    {
        List<byte> bytes = [0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        foreach (string label in name.Split('.'))
        {
            bytes.AddRange([(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]);
        }

        return [.. bytes, 0, (byte)(type >> 8), (byte)type, 0, 1];
    }

    private byte[]? Ask(byte[] question)
    {
        _answers.Clear();
        _questions.Enqueue(question);
        Assert.True(_names.Poll());
        return _answers.SingleOrDefault();
    }
}
