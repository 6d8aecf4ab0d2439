using ValenceNano.Network;

namespace ValenceNano.Desktop;

/// <summary>What a panel of the desktop shows, for the page.</summary>
public sealed class PanelPicture(Func<byte[]> seen) : IPicture
{
    /// <inheritdoc/>
    public void Copy(int from, int count, byte[] buffer, int offset) => Array.Copy(seen(), from, buffer, offset, count);
}
