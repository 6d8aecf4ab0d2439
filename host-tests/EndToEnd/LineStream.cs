using System.Text;

namespace ValenceNano.HostTests.EndToEnd;

/// <summary>A stream for output whose lines can be waited for while it is being written.</summary>
public sealed class LineStream : MemoryStream
{
    private readonly List<string> _lines = [];
    private readonly StringBuilder _line = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The lines so far.</summary>
    public string[] Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>A line by its number, once it is there.</summary>
    public async Task<string> LineAsync(int index)
    {
        while (true)
        {
            Task more;
            lock (_lines)
            {
                if (index < _lines.Count)
                {
                    return _lines[index];
                }

                more = _more.Task;
            }

            await more;
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        lock (_lines)
        {
            foreach (char character in Encoding.UTF8.GetString(buffer))
            {
                if (character != '\n')
                {
                    _line.Append(character);
                    continue;
                }

                _lines.Add(_line.ToString());
                _line.Clear();
            }

            TaskCompletionSource more = _more;
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            more.SetResult();
        }
    }
}
