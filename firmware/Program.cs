using System.Net;

namespace ValenceNano.Firmware;

/// <summary>Where the device begins.</summary>
public static class Program
{
    /// <summary>Runs for ever: an exception that left it would freeze the device, so none does.</summary>
    public static void Main() =>
        new MainLoop(new DeviceClock())
        {
            Store = new FileStore(FileStore.Drive),
            Radio = new WifiRadio(),
            Listener = new NetworkListener(IPAddress.Any, Board.WebPort),
            Questions = new NetworkDatagrams(Board.NamePort),
            Joiners = new NetworkDatagrams(Board.JoinPort, Board.JoinerPort),
        }.Run();
}
