using ValenceNano.Model;

namespace ValenceNano.Display;

/// <summary>The network: what it does, its name, and where the page is, to be read and to be scanned.</summary>
internal static class NetworkPage
{
    private const int NamePage = 4;
    private const int AddressPage = 6;
    private const int WideCharacters = 20;

    // Beside a code of 54 pixels.
    private const int NarrowCharacters = 11;


    internal static void Draw(Canvas canvas, NetworkStatus network, NetworkCode code)
    {
        canvas.Text(PageText.Wifi, 0, 0, Font.Middle);
        canvas.Text(PageText.NetworkOff + (int)network.State, 0, 2, Font.Small);
        if (network.State != NetworkState.Connected)
        {
            DrawName(canvas, network, WideCharacters);
            DrawAdvice(canvas, network);
            return;
        }

        DrawName(canvas, network, NarrowCharacters);
        canvas.Text(NetworkCode.AddHalf(canvas.Line.Clear(), network, 24).Add((byte)'.'), 0, AddressPage, Font.Small);
        canvas.Text(NetworkCode.AddHalf(canvas.Line.Clear(), network, 8), 0, AddressPage + 1, Font.Small);
        if (code.IsThere)
        {
            canvas.Qr(code.Code, Layout.Right - Canvas.QrPixels(code.Code));
        }
    }

    // A name is cut off rather than wrapped: whoever owns the network knows it by its beginning.
    private static void DrawName(Canvas canvas, NetworkStatus network, int characters)
    {
        int count = network.NameLength < characters ? network.NameLength : characters;
        canvas.Text(network.Name, 0, count, 0, NamePage, Font.Small);
    }

    private static void DrawAdvice(Canvas canvas, NetworkStatus network)
    {
        if (network.State == NetworkState.NotFound)
        {
            canvas.Lines(PageText.WrongPasswordLines, 2, AddressPage);
        }
    }
}
