using System.Runtime.CompilerServices;

namespace ValenceNano.Bench;

/// <summary>Says what must be.</summary>
internal static class Require
{
    /// <summary>Throws unless it is so. The text is made only then, so that a rule may be held in steady state too.</summary>
    public static void That(bool isSo, [InterpolatedStringHandlerArgument(nameof(isSo))] ref FailureText text)
    {
        if (!isSo)
        {
            throw new FuzzException(text.ToString());
        }
    }
}
