using System;
using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.Firmware;

/// <summary>Writes trace lines to the debug output. Each line makes a string: it allocates, as nothing else does.</summary>
public sealed class ConsoleTrace(IBusPort inner) : TracePort(inner)
{
    private readonly char[] _text = new char[TextLine.Capacity];

    /// <inheritdoc/>
    protected override void WriteLine(TextLine line)
    {
        for (int i = 0; i < line.Length; i++)
        {
            _text[i] = (char)line.Text[i];
        }

        Console.WriteLine(new string(_text, 0, line.Length));
    }
}
