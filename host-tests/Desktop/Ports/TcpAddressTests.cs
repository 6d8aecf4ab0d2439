using ValenceNano.Desktop;

namespace ValenceNano.HostTests.Desktop.Ports;

public sealed class TcpAddressTests
{
    [Theory]
    [InlineData("tcp://192.168.1.20:4001", "192.168.1.20", 4001)]
    [InlineData("TCP://adapter.local:23", "adapter.local", 23)]
    [InlineData("tcp://[fe80::1]:65535", "fe80::1", 65535)]
    public void Address_is_read(string text, string host, int port)
    {
        TcpAddress? address = TcpAddress.Parse(text);

        Assert.Equal(new TcpAddress(host, port), address);
        Assert.Null(TcpAddress.Refuse(text));
        Assert.Equal(text, address!.ToString(), ignoreCase: true);
    }

    [Theory]
    [InlineData("tcp://")]
    [InlineData("tcp://:4001")]
    [InlineData("tcp://host")]
    [InlineData("tcp://host:")]
    [InlineData("tcp://host:0")]
    [InlineData("tcp://host:65536")]
    [InlineData("tcp://host:-1")]
    [InlineData("tcp://host:40 01")]
    [InlineData("tcp://host:4001/")]
    [InlineData("tcp://user@host:4001")]
    [InlineData("tcp://fe80::1:4001")]
    [InlineData("tcp://[host]:4001")]
    [InlineData("http://host:4001")]
    [InlineData("://")]
    public void Address_that_is_none_is_refused_with_what_would_be_right(string text)
    {
        Assert.Null(TcpAddress.Parse(text));
        Assert.Contains("tcp://HOST:PORT is wanted", TcpAddress.Refuse(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/ttyUSB0")]
    [InlineData("COM3")]
    [InlineData("tcp")]
    public void Name_of_a_serial_port_is_no_address_and_not_refused(string text)
    {
        Assert.Null(TcpAddress.Parse(text));
        Assert.Null(TcpAddress.Refuse(text));
    }
}
