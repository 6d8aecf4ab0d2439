using ValenceNano.Display;

namespace ValenceNano.Bench;

/// <summary>A panel that counts what the firmware's panel would send over I2C, each area by itself, addresses left out.</summary>
internal sealed class CountingPanel : IPanel
{
    // A page and a column in three commands, each behind a control byte, and the control byte of the data.
    private const int AreaBytes = 7;

    // The yardstick's window of columns and pages, with the control bytes of the commands and of the data.
    private const int WindowBytes = 8;

    /// <summary>Bytes so far.</summary>
    public int Bytes { get; set; }

    /// <summary>A whole screen as the yardstick sends it.</summary>
    public void Send(byte[] screen) => Bytes += WindowBytes + screen.Length;

    public bool Write(byte[] picture, int page, int firstColumn, int count)
    {
        Bytes += AreaBytes + count;
        return true;
    }

    public bool Configure(bool isLit, byte contrast, int startLine) => true;
}
