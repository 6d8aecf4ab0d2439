using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>The body of <c>GET /api/wifi</c>: what the network does, and the networks that were found, the strongest first.</summary>
internal static class WifiBody
{
    /// <summary>Writes what the network does, or the next of those that were found.</summary>
    /// <param name="wifi">The radio.</param>
    /// <param name="text">For its work, as others may have it: <see cref="NetworkStatus.MaxNameLength"/> bytes.</param>
    /// <param name="answer">How far it is.</param>
    /// <param name="json">Where to.</param>
    public static void WritePart(WifiControl wifi, byte[] text, HttpAnswer answer, JsonWriter json)
    {
        int index = answer.Index;
        if (index == 0)
        {
            WriteStatus(wifi.Status, json);
        }

        // Another search may have found fewer since the last part.
        if (index >= wifi.Radio.FoundCount)
        {
            json.Raw(WebText.ListEnd);
            answer.End();
            return;
        }

        json.Separate(index > 0);
        json.OpenObject();
        json.Key(WebText.Name);
        json.Text(text, 0, wifi.Radio.CopyFound(index, text));
        json.Key(WebText.Signal);
        json.Number(wifi.Radio.SignalDbm(index));
        json.CloseObject();
        answer.GoToIndex(index + 1);
    }

    private static void WriteStatus(NetworkStatus status, JsonWriter json)
    {
        json.Raw(WebText.State);
        json.Raw(WebText.Off + (int)status.State);
        json.EndText();
        json.ContinueText();
        if (status.NameLength > 0)
        {
            json.Key(WebText.Name);
            json.Text(status.Name, 0, status.NameLength);
        }

        if (status.Address != 0)
        {
            json.Key(WebText.Address);
            WriteAddress(status.Address, json);
        }

        json.Key(WebText.Networks);
        json.Raw((byte)'[');
    }

    private static void WriteAddress(int address, JsonWriter json)
    {
        json.OpenText();
        for (int shift = 24; shift >= 0; shift -= 8)
        {
            json.Digits((address >> shift) & 255);
            if (shift > 0)
            {
                json.Raw((byte)'.');
            }
        }

        json.EndText();
    }
}
