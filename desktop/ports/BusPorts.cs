using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>The ports that a bus can be on: serial ports of this computer, and those that the network brings.</summary>
public static class BusPorts
{
    /// <summary>How long a reply may take over the network if nothing else is said, ms.</summary>
    public const int NetworkReplyMs = 150;

    /// <summary>What the name of a port can be, for the help.</summary>
    public const string Description = "The serial port: /dev/serial/by-id/..., /dev/ttyUSB0, COM3; or tcp://HOST:PORT on the network.";

    /// <summary>How long a reply may take at a port if nothing else is said, ms.</summary>
    public static int ReplyMs(string name) => TcpAddress.IsMeant(name) ? NetworkReplyMs : BusMonitor.ReplyMs;

    /// <summary>Opens a port, or ends the command with the reason why it cannot be opened.</summary>
    /// <param name="name">The port's name.</param>
    /// <param name="report">Takes a line for the user when the port is lost, and when it is back.</param>
    /// <exception cref="CommandException">It cannot be opened.</exception>
    public static IBusConnection Open(string name, Action<string> report)
    {
        try
        {
            return TcpAddress.Parse(name) is { } address
                ? new TcpBusPort(address, report)
                : new SerialBusPort(name, report);
        }
        catch (PortException e)
        {
            throw new CommandException(e.Message);
        }
    }
}
