namespace ValenceNano.Display;

/// <summary>The button is held: what happens if it is let go now, and what comes next.</summary>
internal static class HeldPage
{
    private static readonly byte[] _letGo = Label.Of("Let go:");

    // By ButtonEvent, from Long on: SetUp stands behind Double, which is told before it is held.
    private static readonly byte[][] _now = Label.All("search||set up Wi-Fi|forget all");
    private static readonly byte[][] _next = Label.All("from  5 s: set-up|from 15 s: forget all");
    private static readonly byte[][] _forgotten = Label.All("settings and Wi-Fi;|what was measured|stays");

    internal static void Draw(Canvas canvas, ButtonEvent held)
    {
        canvas.Text(_letGo, 0, 0, canvas.Middle);
        canvas.Text(_now[held - ButtonEvent.Long], 0, 2, canvas.Middle);
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
}
