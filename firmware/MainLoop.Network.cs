using ValenceNano.Network;

namespace ValenceNano.Firmware;

/// <summary>What the network takes of a turn.</summary>
public sealed partial class MainLoop
{
    /// <summary>For so long a round of polls may keep the network waiting, ms: some six times what one of six batteries takes.</summary>
    private const int MaxUnservedMs = 1000;

    private PageServer _page;
    private DnsAnswerer _names;
    private DhcpAnswerer _addresses;
    private long _servedMs;

    private void StartServers()
    {
        // A radio that is off stays so until a restart.
        if (Radio != null && Radio.Mode == RadioMode.Off)
        {
            return;
        }

        if (Connector != null && (Wifi == null || !Wifi.IsSetUp))
        {
            Publisher = new BrokerPublisher(Display.Monitor, Connector, Facts);
        }

        if (Listener == null)
        {
            return;
        }

        _page = new PageServer(Display, Listener, Facts, ButtonLock, Wifi);
        if (Wifi != null && Wifi.IsSetUp && Questions != null && Joiners != null)
        {
            byte[] work = Display.Monitor.WorkSpace;
            _names = new DnsAnswerer(Questions, WifiControl.OwnAddress, work);
            _addresses = new DhcpAnswerer(Joiners, WifiControl.OwnAddress, work);
        }
    }

    // True: there is more to do at once.
    private bool ServeNetwork(long nowMs)
    {
        if (Wifi != null && Wifi.Poll(nowMs))
        {
            Display.Monitor.Save(nowMs);
            _mustRestart = true;
        }

        if (Wifi != null && !Wifi.IsUp)
        {
            return false;
        }

        // A round of polls comes first; but one that never ends must not keep the network waiting for ever.
        if (Display.Monitor.Bus.IsPolling && nowMs - _servedMs < MaxUnservedMs)
        {
            return false;
        }

        _servedMs = nowMs;
        bool hasMore = Publisher != null && Publisher.Poll(nowMs);
        hasMore |= _page != null && _page.Poll(nowMs);
        return (_names != null && (_addresses.Poll() || _names.Poll())) || hasMore;
    }
}
