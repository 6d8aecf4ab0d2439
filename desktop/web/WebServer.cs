using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ValenceNano.Network;

namespace ValenceNano.Desktop;

/// <summary>
/// The page on a computer that listens for years: ASP.NET Core's Kestrel takes the connections, and the product's own interface answers.
/// </summary>
public sealed class WebServer : IHttpApplication<HttpContext>, IDisposable
{
    private const int MaxConnections = 100;
    private const int MaxHeadBytes = 8192;

    private static readonly TimeSpan s_headTime = TimeSpan.FromSeconds(10);

    private readonly KestrelServer _server;
    private readonly WebAnswerer _answerer;

    private WebServer(KestrelServer server, WebAnswerer answerer)
    {
        _server = server;
        _answerer = answerer;
    }

    /// <summary>Begins to serve.</summary>
    /// <param name="address">On which address and port.</param>
    /// <param name="answerer">What answers.</param>
    /// <exception cref="CommandException">The address or port cannot be had.</exception>
    public static WebServer Start(IPEndPoint address, WebAnswerer answerer)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(address);
        options.Limits.MaxConcurrentConnections = MaxConnections;
        options.Limits.MaxRequestHeadersTotalSize = MaxHeadBytes;
        options.Limits.RequestHeadersTimeout = s_headTime;
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new WebServer(new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance), answerer);
        try
        {
            server._server.StartAsync(server, CancellationToken.None).GetAwaiter().GetResult();
            return server;
        }
        catch (Exception e) when (e is IOException or SocketException or AddressInUseException)
        {
            server.Dispose();
            throw NotToBeHad(address, e);
        }
    }

    /// <summary>The line that tells why an address cannot be had.</summary>
    public static CommandException NotToBeHad(IPEndPoint address, Exception why) =>
        new($"--web: {address} cannot be had: {why.Message.TrimEnd('.')}. Another port would do: --web {Math.Min(address.Port + 1, ushort.MaxValue)}.");

    /// <inheritdoc/>
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    /// <inheritdoc/>
    public Task ProcessRequestAsync(HttpContext context) => _answerer.AnswerAsync(context);

    /// <inheritdoc/>
    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        using var now = new CancellationTokenSource(0);
        _server.StopAsync(now.Token).GetAwaiter().GetResult();
        _server.Dispose();
    }
}
