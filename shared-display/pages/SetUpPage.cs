using ValenceNano.Model;

namespace ValenceNano.Display;

/// <summary>What to do with a phone to set the product up: once as a code to scan, once as text.</summary>
internal static class SetUpPage
{
    internal static void DrawCode(Canvas canvas, NetworkStatus network, NetworkCode code)
    {
        PageText step = network.IsJoined ? PageText.OpenLines : PageText.JoinLines;
        canvas.Text(step, 0, 0, Font.Small);
        canvas.Lines(step + 1, network.IsJoined ? 2 : 3, 2);

        if (code.IsThere)
        {
            canvas.Qr(code.Code, Layout.Right - Canvas.QrPixels(code.Code));
        }
    }

    internal static void DrawText(Canvas canvas, NetworkStatus network)
    {
        TextLine line = canvas.Line;
        canvas.Text(PageText.SetUp, 0, 0, Font.Middle);
        canvas.Text(line.Clear().Add(PageText.Wifi).Add((byte)' ').Add(network.Name, 0, network.NameLength), 0, 2, Font.Small);
        canvas.Text(PageText.Password, 0, 4, Font.Small);
        canvas.Text(network.Password, 56, 3, Font.Middle);
        canvas.Text(PageText.Page, 0, 6, Font.Small);
        canvas.Text(NetworkCode.AddUrl(line.Clear(), network), 0, 7, Font.Small);
    }
}
