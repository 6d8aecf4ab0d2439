using ValenceNano.Simulation;

namespace ValenceNano.Desktop;

/// <summary>What is to be seen on a virtual panel, as <see cref="BlockPicture"/> wants it.</summary>
public static class PanelBytes
{
    /// <summary>1024 bytes in the panel's layout; all dark while it is off.</summary>
    public static byte[] Of(VirtualSsd1306 panel)
    {
        byte[] bytes = new byte[VirtualSsd1306.MemoryLength];
        for (int y = 0; y < VirtualSsd1306.Height; y++)
        {
            for (int x = 0; x < VirtualSsd1306.Width; x++)
            {
                bytes[(y / 8 * VirtualSsd1306.Width) + x] |= (byte)(panel.IsLit(x, y) ? 1 << (y % 8) : 0);
            }
        }

        return bytes;
    }
}
