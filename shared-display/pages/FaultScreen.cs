namespace ValenceNano.Display;

/// <summary>What is shown when the program cannot go on. It allocates: the restart that follows frees all.</summary>
public static class FaultScreen
{
    private const int LineLength = 21;
    private const int FirstPage = 3;
    private const int LastPage = 6;
    private const int RestartPage = 7;

    /// <summary>Shows what was thrown, as far as it fits: five lines of 21 characters.</summary>
    /// <param name="panel">Where. One that does not answer is not waited for.</param>
    /// <param name="type">The name of the exception's type.</param>
    /// <param name="message">Its message; null if it has none.</param>
    public static void Show(IPanel panel, string type, string message)
    {
        var buffer = new PageBuffer();
        var canvas = new Canvas(buffer);
        canvas.Text(Label.Of("Stopped by"), 0, 0, Font.Middle);
        canvas.Text(Label.Of(type), 0, 2, Font.Small);
        byte[] text = Label.Of(message ?? "");
        int page = FirstPage;
        for (int from = 0; from < text.Length && page <= LastPage; from += LineLength)
        {
            // What is behind the line's end does not fit, and is left out.
            canvas.Text(text, from, text.Length - from, 0, page++, Font.Small);
        }

        canvas.Text(Label.Of("Restarts in 10 s."), 0, RestartPage, Font.Small);
        buffer.Flush(panel);
    }
}
