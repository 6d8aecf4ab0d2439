using ValenceNano.Model;

namespace ValenceNano.Display;

/// <summary>The button is held: what happens if it is let go now, and what comes next.</summary>
internal static class HeldPage
{
    internal static void Draw(Canvas canvas, ButtonEvent held, NetworkStatus network)
    {
        canvas.Text(PageText.LetGo, 0, 0, Font.Middle);
        canvas.Text(WordsOf(held, network), 0, 2, Font.Middle);
        if (held == ButtonEvent.Reset)
        {
            canvas.Lines(PageText.ForgetLines, 3, 5);
            return;
        }

        if (held == ButtonEvent.Long)
        {
            canvas.Text(PageText.NextIsSetUp, 0, 5, Font.Small);
        }

        canvas.Text(PageText.NextIsForget, 0, 6, Font.Small);
    }

    private static PageText WordsOf(ButtonEvent held, NetworkStatus network)
    {
        if (held != ButtonEvent.SetUp)
        {
            return held == ButtonEvent.Reset ? PageText.ForgetAll : PageText.Search;
        }

        return network == null ? PageText.NoWifiHere : network.State == NetworkState.SetUp ? PageText.EndSetUp : PageText.SetUpWifi;
    }
}
