using System.Net;
using ValenceNano.Network;

namespace ValenceNano.Firmware;

/// <summary>Where the device begins.</summary>
public static class Program
{
    /// <summary>Runs for ever: an exception that left it would freeze the device, so none does.</summary>
    public static void Main()
    {
        var radio = new WifiRadio();
        new MainLoop(new DeviceClock())
        {
            Store = new FileStore(FileStore.Drive),
            Radio = radio,
            Listener = new NetworkListener(IPAddress.Any, Board.WebPort),
            Questions = new NetworkDatagrams(Board.NamePort),
            Joiners = new NetworkDatagrams(Board.JoinPort, Board.JoinerPort),
            Connector = new NetworkConnector(),
            Facts = new DeviceFacts { TopicId = radio.Mode == RadioMode.Off ? new byte[0] : ChipAddress.Read() },
        }.Run();
    }
}
