using System;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Firmware;

/// <summary>Writes trace lines to the debug output. Each line makes a string: it allocates, as nothing else does.</summary>
public sealed class ConsoleTrace(IBusPort inner) : TracePort(inner, gapMs: 0)
{
    /// <inheritdoc/>
    protected override void WriteLine(TextLine line)
    {
        var text = new char[line.Length];
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = (char)line.Text[i];
        }

        Console.WriteLine(new string(text));
    }
}
