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
            ConnectNetwork(loop);
        }

        loop.Run();
    }

    private static void ConnectNetwork(MainLoop loop)
    {
        var radio = new WifiRadio();
        loop.Radio = radio;
        loop.Listener = new NetworkListener(IPAddress.Any, Board.WebPort);
        loop.Questions = new NetworkDatagrams(Board.NamePort);
        loop.Joiners = new NetworkDatagrams(Board.JoinPort, Board.JoinerPort);
        loop.Connector = new NetworkConnector();
        loop.Facts = new DeviceFacts { TopicId = radio.Mode == RadioMode.Off ? new byte[0] : ChipAddress.Read() };
    }
}
