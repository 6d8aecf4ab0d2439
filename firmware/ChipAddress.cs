using System.Net.NetworkInformation;

namespace ValenceNano.Firmware;

/// <summary>The chip's own address, which no other has.</summary>
public static class ChipAddress
{
    /// <summary>Reads it.</summary>
    /// <returns>Hex digits; nothing if the chip has no network.</returns>
    public static byte[] Read()
    {
        NetworkInterface[] all = NetworkInterface.GetAllNetworkInterfaces();
        byte[] address = all.Length > 0 ? all[0].PhysicalAddress : [];
        var text = new byte[2 * address.Length];
        for (int i = 0; i < text.Length; i++)
        {
            int digit = (i % 2 == 0 ? address[i / 2] >> 4 : address[i / 2]) & 15;
            text[i] = (byte)(digit < 10 ? '0' + digit : 'a' - 10 + digit);
        }

        return text;
    }
}
