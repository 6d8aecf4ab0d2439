using ValenceNano.Display;

namespace ValenceNano.Bench;

/// <summary>A panel that counts what the firmware's panel would send over I2C, addresses left out.</summary>
internal sealed class CountingPanel : IPanel
{
    // A window of columns and a page, and the byte that begins each of the two transfers.
    private const int WindowBytes = 7;

    /// <summary>Bytes so far.</summary>
    public int Bytes { get; set; }

    /// <summary>A whole screen as the yardstick sends it.</summary>
    public void Send(byte[] screen) => Bytes += WindowBytes + 1 + screen.Length;

    public bool Write(byte[] picture, int page, int firstColumn, int count)
    {
        Bytes += WindowBytes + 1 + count;
        return true;
    }

    public bool Configure(bool isLit, byte contrast, int startLine) => true;
}
