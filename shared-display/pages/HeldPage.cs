using ValenceNano.Model;

namespace ValenceNano.Display;

/// <summary>The button is held: what happens if it is let go now, and what comes next.</summary>
internal static class HeldPage
{
    private static readonly byte[] _letGo = Label.Of("Let go:");

    private static readonly byte[] _search = Label.Of("search");
    private static readonly byte[] _setUp = Label.Of("set up Wi-Fi");
    private static readonly byte[] _endSetUp = Label.Of("end set-up");
    private static readonly byte[] _nothing = Label.Of("no Wi-Fi here");
    private static readonly byte[] _forget = Label.Of("forget all");
    private static readonly byte[][] _next = Label.All("from  5 s: set-up|from 15 s: forget all");
    private static readonly byte[][] _forgotten = Label.All("settings and Wi-Fi;|what was measured|stays");

    internal static void Draw(Canvas canvas, ButtonEvent held, NetworkStatus network)
    {
        canvas.Text(_letGo, 0, 0, canvas.Middle);
        canvas.Text(WordsOf(held, network), 0, 2, canvas.Middle);
        if (held == ButtonEvent.Reset)
        {
            for (int i = 0; i < _forgotten.Length; i++)
            {
                canvas.Text(_forgotten[i], 0, 5 + i, canvas.Small);
            }

            return;
        }

        if (held == ButtonEvent.Long)
        {
            canvas.Text(_next[0], 0, 5, canvas.Small);
        }

        canvas.Text(_next[1], 0, 6, canvas.Small);
    }

    private static byte[] WordsOf(ButtonEvent held, NetworkStatus network)
    {
        if (held != ButtonEvent.SetUp)
        {
            return held == ButtonEvent.Reset ? _forget : _search;
        }

        return network == null ? _nothing : network.State == NetworkState.SetUp ? _endSetUp : _setUp;
    }
}
