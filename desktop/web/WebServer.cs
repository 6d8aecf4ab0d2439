using System.IO.Pipelines;
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
    /// <summary>How many connections there can be; one more is told 503.</summary>
    public const int MaxConnections = 100;

    private const int MaxHeadBytes = 8192;

    private static readonly TimeSpan s_headTime = TimeSpan.FromMilliseconds(HttpServer.MaxRequestMs);
    private static readonly TimeSpan s_idleTime = TimeSpan.FromMilliseconds(HttpServer.MaxIdleMs);

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
        options.Listen(address, listen => listen.Use(Limit));
        options.Limits.MaxRequestHeadersTotalSize = MaxHeadBytes;
        options.Limits.RequestHeadersTimeout = s_headTime;
        options.Limits.KeepAliveTimeout = s_idleTime;
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

    // Kestrel's own limit closes a connection without a word.
    private static ConnectionDelegate Limit(ConnectionDelegate serve)
    {
        int open = 0;
        return async connection =>
        {
            bool isRoom = Interlocked.Increment(ref open) <= MaxConnections;
            try
            {
                if (isRoom)
                {
                    await serve(connection);
                }
            }
            finally
            {
                Interlocked.Decrement(ref open);
            }

            if (!isRoom)
            {
                await RefuseAsync(connection.Transport);
            }
        };
    }

    // It is closed a little later: at once, and the peer, whose request nobody reads, might not see the answer.
    private static async Task RefuseAsync(IDuplexPipe peer)
    {
        var head = new JsonWriter(AnswerHead.MaxLength);
        AnswerHead.WriteBusy(head);
        using var patience = new CancellationTokenSource(HttpServer.DrainMs);
        try
        {
            await peer.Output.WriteAsync(head.Buffer.AsMemory(0, head.Count), patience.Token);
            await peer.Output.CompleteAsync();
            for (ReadResult read = await peer.Input.ReadAsync(patience.Token); !read.IsCompleted; read = await peer.Input.ReadAsync(patience.Token))
            {
                peer.Input.AdvanceTo(read.Buffer.End);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // It has had its time, or has gone.
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
