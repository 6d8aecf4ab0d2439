using ValenceNano.Model;

namespace ValenceNano.Display;

/// <summary>What to do with a phone to set the product up: once as a code to scan, once as text.</summary>
internal static class SetUpPage
{
    private static readonly byte[] _title = Label.Of("Set up");
    private static readonly byte[][] _join = Label.All("1 of 2|Scan: join|its Wi-Fi|by phone");
    private static readonly byte[][] _open = Label.All("2 of 2|Scan: open|its page");
    private static readonly byte[][] _words = Label.All("Wi-Fi|Password|Page");

    internal static void DrawCode(Canvas canvas, NetworkStatus network, NetworkCode code)
    {
        byte[][] lines = network.IsJoined ? _open : _join;
        for (int i = 0; i < lines.Length; i++)
        {
            canvas.Text(lines[i], 0, i == 0 ? 0 : 1 + i, canvas.Small);
        }

        if (code.IsThere)
        {
            canvas.Qr(code.Code, Layout.Right - Canvas.QrPixels(code.Code));
        }
    }

    internal static void DrawText(Canvas canvas, NetworkStatus network)
    {
        TextLine line = canvas.Line;
        canvas.Text(_title, 0, 0, canvas.Middle);
        canvas.Text(line.Clear().Add(_words[0]).Add((byte)' ').Add(network.Name, 0, network.NameLength), 0, 2, canvas.Small);
        canvas.Text(_words[1], 0, 4, canvas.Small);
        canvas.Text(network.Password, 56, 3, canvas.Middle);
        canvas.Text(_words[2], 0, 6, canvas.Small);
        canvas.Text(NetworkCode.AddUrl(line.Clear(), network), 0, 7, canvas.Small);
    }
}
