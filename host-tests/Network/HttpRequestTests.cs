using System.Text;
using ValenceNano.Network;

namespace ValenceNano.HostTests.Network;

/// <summary>The parser of a request's head.</summary>
public sealed class HttpRequestTests
{
    private const string Whole =
        "PUT /api/settings?x=1 HTTP/1.1\r\nHost: 192.168.4.1:80\r\nUser-Agent: Some Phone/7.1 (\u00e9t\u00e9)\r\nAccept: */*\r\nORIGIN:http://192.168.4.1:80 \r\n"
        + "Content-Type: application/json; charset=utf-8\r\ncontent-length:   17\r\nIf-None-Match: \"abc\"\r\nX-Empty:\r\nConnection: keep-alive\r\n\r\n";

    [Fact]
    public void Request_gives_what_its_head_says()
    {
        (HttpProgress progress, HttpRequest request, byte[] buffer) = Take(Whole, Whole.Length);

        Assert.Equal(HttpProgress.Complete, progress);
        Assert.Equal(RequestMethod.Put, request.Method);
        Assert.Equal("/api/settings", Part(buffer, request.PathStart, request.PathLength));
        Assert.Equal("192.168.4.1:80", Part(buffer, request.HostStart, request.HostLength));
        Assert.Equal("http://192.168.4.1:80", Part(buffer, request.OriginStart, request.OriginLength));
        Assert.Equal("\"abc\"", Part(buffer, request.MatchStart, request.MatchLength));
        Assert.Equal(17, request.BodyLength);
        Assert.True(request.IsJson);
        Assert.True(request.KeepsAlive);
        Assert.Equal(Whole.Length, request.HeadLength);
    }

    [Fact]
    public void Request_cut_at_every_byte_is_partial_and_then_the_same()
    {
        for (int cut = 0; cut < Whole.Length; cut++)
        {
            (HttpProgress progress, HttpRequest request, byte[] buffer) = Take(Whole, cut);
            Assert.Equal(HttpProgress.Partial, progress);

            Encoding.Latin1.GetBytes(Whole).CopyTo(buffer, 0);
            Assert.Equal(HttpProgress.Complete, request.Take(buffer, Whole.Length));
            Assert.Equal("/api/settings", Part(buffer, request.PathStart, request.PathLength));
            Assert.Equal(17, request.BodyLength);
            Assert.Equal(Whole.Length, request.HeadLength);
        }
    }

    [Fact]
    public void Request_that_comes_byte_by_byte_is_the_same()
    {
        var request = new HttpRequest();
        request.Clear();
        byte[] buffer = new byte[1025];
        for (int i = 0; i < Whole.Length; i++)
        {
            buffer[i] = (byte)Whole[i];
            Assert.Equal(i == Whole.Length - 1 ? HttpProgress.Complete : HttpProgress.Partial, request.Take(buffer, i + 1));
        }

        Assert.Equal("192.168.4.1:80", Part(buffer, request.HostStart, request.HostLength));
    }

    [Theory]
    [InlineData("GET", RequestMethod.Get)]
    [InlineData("HEAD", RequestMethod.Head)]
    [InlineData("POST", RequestMethod.Post)]
    [InlineData("PUT", RequestMethod.Put)]
    [InlineData("DELETE", RequestMethod.Other)]
    [InlineData("get", RequestMethod.Other)]
    [InlineData("GETS", RequestMethod.Other)]
    public void Method_is_told(string method, RequestMethod expected)
    {
        (HttpProgress progress, HttpRequest request, _) = Take($"{method} / HTTP/1.1\r\nHost: a\r\n\r\n");

        Assert.Equal(HttpProgress.Complete, progress);
        Assert.Equal(expected, request.Method);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n\r\n", true)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", false)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n", false)]
    [InlineData("GET / HTTP/1.0\r\n\r\n", false)]
    [InlineData("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", true)]
    public void Connection_is_kept_or_not(string text, bool isKept)
    {
        (HttpProgress progress, HttpRequest request, _) = Take(text);

        Assert.Equal(HttpProgress.Complete, progress);
        Assert.Equal(isKept, request.KeepsAlive);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("GET /\r\n")]
    [InlineData("GET  HTTP/1.1\r\n")]
    [InlineData(" / HTTP/1.1\r\n")]
    [InlineData("GET http://a/ HTTP/1.1\r\n")]
    [InlineData("GET * HTTP/1.1\r\n")]
    [InlineData("GET / HTTP/1.2\r\n")]
    [InlineData("GET / HTTP/2.0\r\n")]
    [InlineData("GET / http/1.1\r\n")]
    [InlineData("GET / HTTP/1.1 \r\n")]
    [InlineData("GET / HTTP/1.1\n")]
    [InlineData("GET /\0 HTTP/1.1\r\n")]
    [InlineData("GET /\tHTTP/1.1\r\n")]
    [InlineData("GET /a\tb HTTP/1.1\r\n")]
    [InlineData("GET /a?b\tHTTP/1.1\r\n")]
    [InlineData("GET /a?b\r\n")]
    [InlineData("GET ?a HTTP/1.1\r\n")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost : a\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost\r\n")]
    [InlineData("GET / HTTP/1.1\r\n: a\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n folded\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\rb\r\n")]
    [InlineData("GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n")]
    [InlineData("GET / HTTP/1.1\r\nContent-Length: -1\r\n")]
    [InlineData("GET / HTTP/1.1\r\nContent-Length: 1x\r\n")]
    [InlineData("GET / HTTP/1.1\r\nContent-Length:\r\n")]
    [InlineData("GET / HTTP/1.1\r\nOrigin: http://a\r\nOrigin: http://a\r\n")]
    [InlineData("\u0016\u0003\u0001\u0002")]
    public void What_is_no_request_is_broken(string text)
    {
        Assert.Equal(HttpProgress.Broken, Take(text).Progress);
    }

    [Fact]
    public void Body_that_is_longer_than_any_number_is_huge()
    {
        (_, HttpRequest request, _) = Take("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n");

        Assert.Equal(HttpRequest.HugeBody, request.BodyLength);
    }

    private static (HttpProgress Progress, HttpRequest Request, byte[] Buffer) Take(string text) => Take(text, text.Length);

    private static (HttpProgress Progress, HttpRequest Request, byte[] Buffer) Take(string text, int count)
    {
        byte[] buffer = new byte[1025];
        Encoding.Latin1.GetBytes(text).CopyTo(buffer, 0);
        var request = new HttpRequest();
        request.Clear();
        return (request.Take(buffer, count), request, buffer);
    }

    private static string Part(byte[] buffer, int start, int count) => Encoding.Latin1.GetString(buffer, start, count);
}
