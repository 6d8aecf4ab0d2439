namespace ValenceNano.Desktop;

/// <summary>
/// What a session says to whoever runs it: on standard error. While a panel fills the terminal it is shown with the panel, and the last of
/// it comes on standard error afterwards. May be called from any thread.
/// </summary>
/// <param name="io">Where standard error is.</param>
public sealed class Notices(CommandIo io)
{
    private const int HeldLines = 10;

    private readonly Lock _gate = new();
    private readonly Queue<string> _held = new();
    private string[] _standing = [];
    private string _said = "";
    private bool _isHeld;

    /// <summary>What holds as long as the session runs; each one line of text.</summary>
    public IReadOnlyList<string> Standing
    {
        get
        {
            lock (_gate)
            {
                return _standing;
            }
        }
    }

    /// <summary>The last thing that was said, one line of text; empty before the first.</summary>
    public string Said
    {
        get
        {
            lock (_gate)
            {
                return _said;
            }
        }
    }

    /// <summary>Says what holds as long as the session runs.</summary>
    public void Stand(string line)
    {
        lock (_gate)
        {
            _standing = [.. _standing, CommandLine.OneLine(line)];
            Write(line);
        }
    }

    /// <summary>Says what has happened.</summary>
    public void Say(string line)
    {
        lock (_gate)
        {
            _said = CommandLine.OneLine(line);
            Write(line);
        }
    }

    /// <summary>A panel fills the terminal from now on. Standard error that goes elsewhere is written to as before.</summary>
    public void Hold()
    {
        lock (_gate)
        {
            _isHeld = io.IsErrorSeen;
        }
    }

    /// <summary>The terminal is free again: the last lines that were held come on standard error.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _isHeld = false;
            while (_held.TryDequeue(out string? line))
            {
                io.Error.WriteLine(line);
            }
        }
    }

    private void Write(string line)
    {
        if (!_isHeld)
        {
            io.Error.WriteLine(line);
            return;
        }

        if (_held.Count == HeldLines)
        {
            _held.Dequeue();
        }

        _held.Enqueue(line);
    }
}
