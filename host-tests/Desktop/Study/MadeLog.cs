using ValenceNano.Desktop;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Desktop.Study;

/// <summary>A battery's replies, one every 3 s, as it is filled and emptied, with unknown bytes that a test chooses.</summary>
internal sealed class MadeLog(int seed)
{
    private static readonly int[] s_cellOffsets = [0, 3, -2, 12];
    private static readonly int[] s_temperatureOffsets = [0, 1, 0, 1];

    private const int SecondsBetween = 3;

    private readonly Random _random = new(seed);
    private readonly StudyCollector _collector = new();

    /// <summary>The replies, their unknown bytes changed by <paramref name="change"/>: random, number of the reply, its bytes.</summary>
    public StudyCollector Collect(int replies, Action<Random, int, byte[]> change, Action<CaptureDecoder>? before = null)
    {
        var decoder = new CaptureDecoder(_collector);
        before?.Invoke(decoder);
        var line = new CaptureLine();
        byte[] unknown = new byte[MessageFormat.DataLength];
        for (int i = 0; i < replies; i++)
        {
            byte[] reply = Reply(i * SecondsBetween / 3600.0);
            StudyItem.Offsets.ToList().ForEach(offset => reply[offset] = unknown[offset]);
            change(_random, i, reply);
            reply.CopyTo(unknown, 0);
            Crc16.Seal(reply, reply.Length);
            line.Begin(reply.Length);
            line.TimeMs = 1000L * i * SecondsBetween;
            reply.CopyTo(line.Buffer, 0);
            line.Length = reply.Length;
            decoder.Take(line);
        }

        decoder.EndBurst();
        return _collector;
    }

    // Full and empty in turns of five hours, so that days of it fit into few replies.
    private byte[] Reply(double hours)
    {
        double phase = 2 * Math.PI * hours / 5;
        double soc = 0.5 - (0.45 * Math.Cos(phase));
        int currentMa = (int)((9000 * Math.Sin(phase)) + (400 * Noise()));
        double full = Math.Max(0, (soc - 0.9) / 0.05);
        int[] cells = [.. s_cellOffsets.Select(d => (int)(3300 + (300 * full) + (currentMa / 500.0) + d + (3 * Noise())))];
        int[] temperatures = [.. s_temperatureOffsets.Select(d => (int)(20 + (4 * Math.Sin(phase / 3)) + d + (0.3 * Noise())))];
        byte[] reply = Frames.Data();
        for (int i = 0; i < 4; i++)
        {
            reply[DataReplyLayout.CellC + i] = (byte)temperatures[i];
            Put(reply, DataReplyLayout.CellMv + (2 * i), 2, cells[i]);
        }

        reply[DataReplyLayout.CellMinC] = (byte)temperatures.Min();
        reply[DataReplyLayout.CellMaxC] = (byte)temperatures.Max();
        Put(reply, DataReplyLayout.CurrentMa, 4, currentMa);
        Put(reply, DataReplyLayout.Current2Ma, 4, currentMa);
        Put(reply, DataReplyLayout.CellMaxMv, 2, cells.Max());
        Put(reply, DataReplyLayout.CellMinMv, 2, cells.Min());
        Put(reply, DataReplyLayout.VoltageMv, 4, cells.Sum());
        Put(reply, DataReplyLayout.VoltageAgainMv, 4, cells.Sum());
        reply[DataReplyLayout.Soc] = reply[DataReplyLayout.SocAgain] = (byte)(soc * 255);
        return reply;
    }

    private double Noise() => _random.NextDouble() + _random.NextDouble() - 1;

    private static void Put(byte[] reply, int offset, int size, int value)
    {
        for (int i = 0; i < size; i++)
        {
            reply[offset + i] = (byte)(value >> (8 * i));
        }
    }
}
