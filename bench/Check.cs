namespace ValenceNano.Bench;

/// <summary>Keeps a figure from being printed for something that was not done.</summary>
internal static class Check
{
    /// <summary>Throws unless what is measured did what it is to do.</summary>
    public static void That(bool isDone)
    {
        if (!isDone)
        {
            throw new InvalidOperationException("what is measured does not do what it is to do");
        }
    }
}
