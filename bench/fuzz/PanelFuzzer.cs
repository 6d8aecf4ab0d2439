using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>
/// The virtual SSD1306: no transfers make it fail, how commands are portioned makes no difference, and after any of them
/// a start shows the same picture as on a new panel.
/// </summary>
public sealed class PanelFuzzer : IFuzzer
{
    private const int MaxTransfers = 40;
    private const int MaxTransferLength = 60;

    private static readonly byte[] Commands =
    [
        0x20, 0x21, 0x22, 0x26, 0x27, 0x29, 0x2A, 0x2E, 0x2F, 0x81, 0x8D, 0xA0, 0xA1, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8,
        0xAE, 0xAF, 0xB0, 0xB7, 0xC0, 0xC8, 0xD3, 0xD5, 0xD9, 0xDA, 0xDB, 0xE3, 0x00, 0x0F, 0x10, 0x1F, 0x40, 0x7F,
    ];

    // First what a cut command may still wait for; then upright, horizontal addressing, the whole window.
    private static readonly byte[] Start =
    [
        0x00, 0xE3, 0xE3, 0xE3, 0xE3, 0xE3, 0xE3,
        0xAE, 0xA8, 63, 0xD3, 0, 0x40, 0x8D, 0x14, 0x20, 0x00, 0xA1, 0xC8, 0xA4, 0xA6, 0x81, 0xCF, 0x21, 0, 127, 0x22, 0, 7, 0xAF,
    ];

    /// <inheritdoc/>
    public string Name => "panel";

    /// <inheritdoc/>
    public Tally Reached { get; } = new();

    /// <inheritdoc/>
    public int Run(Random random)
    {
        var whole = new VirtualOled();
        var portioned = new VirtualOled();
        int bytes = 0;
        for (int transfers = random.Next(1, MaxTransfers); transfers > 0; transfers--)
        {
            byte[] transfer = Transfer(random);
            Require.That(whole.Write(transfer), $"not acknowledged: {Convert.ToHexString(transfer)}");
            Portion(portioned, transfer, random);
            bytes += transfer.Length;
        }

        Require.That(whole.BytesWritten == bytes, $"{whole.BytesWritten} bytes counted of {bytes}");
        Reached.Add("bad bytes", whole.BadBytes);
        Reached.Add("visible", whole.IsVisible ? 1 : 0);
        RequireSame(whole, portioned, "in other portions");
        CheckStart(whole, random);
        return bytes;
    }

    private static byte[] Transfer(Random random)
    {
        byte[] transfer = new byte[random.Next(MaxTransferLength)];
        random.NextBytes(transfer);
        if (transfer.Length == 0 || random.Next(4) == 0)
        {
            return transfer;
        }

        transfer[0] = random.Next(3) switch { 0 => 0x40, 1 => 0x80, _ => 0x00 };
        for (int i = 1; i < transfer.Length && transfer[0] != 0x40; i += random.Next(1, 4))
        {
            transfer[i] = Commands[random.Next(Commands.Length)];
        }

        return transfer;
    }

    // A plain transfer can be two: both with the control byte that it has.
    private static void Portion(VirtualOled panel, byte[] transfer, Random random)
    {
        if (transfer.Length < 2 || (transfer[0] & 0x80) != 0)
        {
            panel.Write(transfer);
            return;
        }

        int cut = random.Next(1, transfer.Length);
        panel.Write(transfer.AsSpan(0, cut));
        panel.Write([transfer[0], .. transfer.AsSpan(cut)]);
    }

    private void CheckStart(VirtualOled panel, Random random)
    {
        byte[] picture = new byte[1 + VirtualOled.MemoryLength];
        random.NextBytes(picture);
        picture[0] = 0x40;
        var fresh = new VirtualOled();
        foreach (VirtualOled started in (VirtualOled[])[panel, fresh])
        {
            started.Write(Start);
            started.Write(picture);
        }

        RequireSame(fresh, panel, "started anew");
        for (int i = 0; i < VirtualOled.MemoryLength; i++)
        {
            int at = i;
            Require.That(panel.MemoryAt(at / 128, at % 128) == picture[1 + at], $"byte {at} is not the one written");
        }

        Reached.Add("started");
    }

    private static void RequireSame(VirtualOled a, VirtualOled b, string how)
    {
        Require.That(
            (a.IsVisible, a.IsInverse, a.StartLine, a.Contrast) == (b.IsVisible, b.IsInverse, b.StartLine, b.Contrast),
            $"other settings {how}");
        for (int y = 0; y < VirtualOled.Height; y++)
        {
            for (int x = 0; x < VirtualOled.Width; x++)
            {
                bool isSame = a.IsLit(x, y) == b.IsLit(x, y) && a.MemoryAt(y / 8, x) == b.MemoryAt(y / 8, x);
                Require.That(isSame, $"another pixel {x}, {y} {how}");
            }
        }
    }
}
