using System;

namespace ValenceNano.Firmware;

/// <summary>Writes trace lines to the debug output. Each line makes a string: it allocates, as nothing else does.</summary>
public sealed class ConsoleTrace : ITraceSink
{
    private readonly char[] _text = new char[TracePort.MaxLineLength];

    /// <inheritdoc/>
    public void WriteLine(byte[] line, int length)
    {
        for (int i = 0; i < length; i++)
        {
            _text[i] = (char)line[i];
        }

        Console.WriteLine(new string(_text, 0, length));
    }
}
