using System;
using System.Net;
using ValenceNano.Network;

namespace ValenceNano.Firmware;

/// <summary>Where the device begins.</summary>
public static class Program
{
    /// <summary>Runs for ever: an exception that left it would freeze the device, so none does.</summary>
    public static void Main()
    {
        var loop = new MainLoop(new DeviceClock()) { Store = new FileStore(FileStore.Drive) };
        if (Board.HasNetwork)
        {
            TryConnectNetwork(loop);
        }

        loop.Run();
    }

    // Nothing can be shown or restarted yet: a radio that cannot even be asked what it is leaves the display without a network.
    private static void TryConnectNetwork(MainLoop loop)
    {
        try
        {
            ConnectNetwork(loop);
        }
        catch (Exception)
        {
        }
    }

    // What a radio that is off, or in this mode, has no use for is not made: it would take memory.
    internal static void ConnectNetwork(MainLoop loop)
    {
        var radio = new WifiRadio();
        loop.Radio = radio;
        if (radio.Mode == RadioMode.Off)
        {
            return;
        }

        // First, for it asks the driver: a page without it would be one that throws.
        loop.Facts = new DeviceFacts { TopicId = ChipAddress.Read() };
        loop.ButtonLock = new ButtonLock();
        loop.Listener = new NetworkListener(IPAddress.Any, Board.WebPort);
        if (radio.Mode == RadioMode.Station)
        {
            loop.Connector = new NetworkConnector();
            return;
        }

        loop.Questions = new NetworkDatagrams(Board.NamePort);
        loop.Joiners = new NetworkDatagrams(Board.JoinPort, Board.JoinerPort);
    }
}
