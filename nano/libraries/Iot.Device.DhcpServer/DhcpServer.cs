using System;
using System.Net;

namespace Iot.Device.DhcpServer;

public class DhcpServer : IDisposable
{
    public extern DhcpServer();

    public extern string CaptivePortalUrl { get; set; }

    public extern IPAddress DnsServer { get; set; }

    public extern IPAddress Gateway { get; set; }

    public extern void Dispose();

    public extern bool Start(IPAddress address, IPAddress mask, ushort timeToLeave = 1200);
}
