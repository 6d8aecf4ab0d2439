using ValenceNano.Display;

namespace ValenceNano.Desktop;

/// <summary>A panel that is nothing but its memory, for a head that draws it elsewhere.</summary>
public sealed class MemoryPanel : IPanel
{
    private readonly byte[] _memory = new byte[PageBuffer.Columns * PageBuffer.Pages];
    private bool _isLit = true;
    private int _startLine;

    /// <summary>Changes with everything that was sent.</summary>
    public int Changes { get; private set; }

    /// <inheritdoc/>
    public bool Write(byte[] picture, int page, int firstColumn, int count)
    {
        int at = (page * PageBuffer.Columns) + firstColumn;
        Array.Copy(picture, at, _memory, at, count);
        Changes++;
        return true;
    }

    /// <inheritdoc/>
    public bool Configure(bool isLit, byte contrast, int startLine)
    {
        _isLit = isLit;
        _startLine = startLine;
        Changes++;
        return true;
    }

    /// <summary>What is to be seen: 1024 bytes in the panel's layout.</summary>
    public byte[] Seen() =>
        PanelBytes.Of((x, y) => _isLit && BlockPicture.IsLit(_memory, x, (y + _startLine) % PageBuffer.Rows));
}
