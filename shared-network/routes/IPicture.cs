namespace ValenceNano.Network;

/// <summary>What the panel shows.</summary>
public interface IPicture
{
    /// <summary>Copies part of it, in the panel's own order: eight rows a byte, the top one lowest; dark if the panel is.</summary>
    /// <param name="from">First byte of the picture, 0..1023.</param>
    /// <param name="count">How many.</param>
    /// <param name="buffer">Where to.</param>
    /// <param name="offset">From where on.</param>
    void Copy(int from, int count, byte[] buffer, int offset);
}
