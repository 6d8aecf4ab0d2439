using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>
/// The firmware with its page on the chip's clock and slowness, and clients that ask without pause. As <see cref="DeviceRun"/>, to be
/// called in a <see cref="MeteredContext"/>.
/// </summary>
internal static class FloodRun
{
    private const int SettleMs = 60_000;

    private static readonly string[] s_paths = ["/api/status", "/", "/api/history", "/api/settings", "/api/panel", "/api/history.csv"];

    /// <summary>Polls of a settled bus while clients ask.</summary>
    /// <param name="batteries">How many there are, 1..16.</param>
    /// <param name="instructionUs">As <see cref="VirtualProcessor.InstructionUs"/>.</param>
    /// <param name="clients">How many; 0: nobody asks.</param>
    /// <param name="forMs">For how long, ms.</param>
    /// <returns>
    /// The fewest polls of a battery; the longest time from one poll of a battery to its next, ms; how many batteries were live all the
    /// time; how many answers the clients had.
    /// </returns>
    public static long[] Polls(int batteries, int instructionUs, int clients, int forMs)
    {
        FirmwareRig rig = DeviceRun.Rig(batteries, instructionUs);
        var network = new VirtualNetwork();
        rig.Listener = network;
        var polls = new Dictionary<byte, (int Count, long LastUs, long WorstUs)>();
        rig.Batteries.Heard += (kind, message, us) =>
        {
            // Reads of an id that no battery has look for strays.
            if (kind == MessageKind.Read && rig.Batteries.All.Any(battery => battery.BusId == message.Span[0]))
            {
                Note(polls, message.Span[0], us);
            }
        };
        var peers = new List<VirtualPeer>();
        int live = batteries;
        long answers = 0;
        long asked = 0;
        rig.Run(() =>
        {
            if (rig.NowMs < SettleMs)
            {
                polls.Clear();
                return true;
            }

            answers += peers.RemoveAll(peer => peer.IsClosedByProduct);
            while (peers.Count < clients)
            {
                string path = s_paths[asked++ % s_paths.Length];
                peers.Add(network.Connect().Send($"GET {path} HTTP/1.1\r\nHost: 192.168.4.1\r\nConnection: close\r\n\r\n"));
            }

            live = Math.Min(live, rig.Monitor.Bus.Batteries.CountLive());
            return rig.NowMs < SettleMs + forMs;
        });
        return [polls.Values.Min(poll => poll.Count), polls.Values.Max(poll => poll.WorstUs) / 1000, live, answers];
    }

    private static void Note(Dictionary<byte, (int Count, long LastUs, long WorstUs)> polls, byte id, long us)
    {
        polls[id] = polls.TryGetValue(id, out (int Count, long LastUs, long WorstUs) before)
            ? (before.Count + 1, us, Math.Max(before.WorstUs, us - before.LastUs))
            : (1, us, 0);
    }
}
