using ValenceNano.Display;

namespace ValenceNano.HostTests.Display;

/// <summary>A panel that keeps what it was sent, counts it, and can be unplugged.</summary>
internal sealed class RecordingPanel : IPanel
{
    /// <summary>The panel's memory. At power-up it is noise.</summary>
    public byte[] Memory { get; } = Enumerable.Repeat((byte)0xA5, PageBuffer.Columns * PageBuffer.Pages).ToArray();

    public List<(int Page, int First, int Count)> Writes { get; } = [];

    public int BytesSent => Writes.Sum(write => write.Count);

    /// <summary>What it was last set to; -1 before.</summary>
    public int Contrast { get; private set; } = -1;

    public int StartLine { get; private set; } = -1;

    public bool IsLit { get; private set; }

    public bool IsUnplugged { get; set; }

    public bool Write(byte[] picture, int page, int firstColumn, int count)
    {
        // Not by asserting: that allocates.
        bool isInside = page >= 0 && page < PageBuffer.Pages && firstColumn >= 0 && firstColumn + count <= PageBuffer.Columns;
        if (!isInside || count < 1)
        {
            throw new InvalidOperationException($"Page {page}, columns {firstColumn} and {count - 1} more, is not on the panel.");
        }

        if (IsUnplugged)
        {
            return false;
        }

        int at = page * PageBuffer.Columns + firstColumn;
        Array.Copy(picture, at, Memory, at, count);
        Writes.Add((page, firstColumn, count));
        return true;
    }

    public bool Configure(bool isLit, byte contrast, int startLine)
    {
        if (IsUnplugged)
        {
            return false;
        }

        IsLit = isLit;
        Contrast = contrast;
        StartLine = startLine;
        return true;
    }
}
