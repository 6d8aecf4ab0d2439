using ValenceNano.Simulation;

namespace ValenceNano.Desktop;

/// <summary>What is to be seen on a panel, as <see cref="BlockPicture"/> wants it: 1024 bytes in the panel's layout.</summary>
public static class PanelBytes
{
    /// <summary>Of a virtual panel; all dark while it is off.</summary>
    public static byte[] Of(VirtualOled panel) => Of(panel.IsLit);

    /// <summary>Of any panel, by whether the pixel at a column and a row is lit.</summary>
    public static byte[] Of(Func<int, int, bool> isLit)
    {
        byte[] bytes = new byte[BlockPicture.Width * BlockPicture.Height / 8];
        for (int y = 0; y < BlockPicture.Height; y++)
        {
            for (int x = 0; x < BlockPicture.Width; x++)
            {
                bytes[(y / 8 * BlockPicture.Width) + x] |= (byte)(isLit(x, y) ? 1 << (y % 8) : 0);
            }
        }

        return bytes;
    }
}
