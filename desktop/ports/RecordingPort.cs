using System.Text;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>
/// A bus port around another one that writes a capture of what passes: a line for each burst, with its time and
/// <c>-&gt;</c> for what was sent, <c>&lt;-</c> for what was heard. When the file can no longer be written the recording
/// ends, and the port goes on.
/// </summary>
public sealed class RecordingPort : IBusPort, IDisposable
{
    // A gap within a message, or a whole message behind another: decode puts them together again.
    private const int BurstGapMs = 5;
    private const int MaxBurst = 256;
    private const int FlushMs = 1000;

    private readonly IBusPort _inner;
    private readonly string _path;
    private readonly Func<long> _nowMs;
    private readonly Action<string> _report;
    private readonly byte[] _burst = new byte[MaxBurst];
    private readonly StringBuilder _line = new();
    private StreamWriter? _writer;
    private int _count;
    private bool _isSent;
    private long _startMs;
    private long _lastMs;
    private long _flushedMs;

    /// <summary>Begins a recording.</summary>
    /// <param name="inner">What is recorded.</param>
    /// <param name="recording">The capture.</param>
    /// <param name="nowMs">The time that is written in front of each line, ms.</param>
    /// <param name="report">Takes the line that says why a recording ended early.</param>
    /// <exception cref="IOException">The file cannot be written, or is there already.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public RecordingPort(IBusPort inner, Recording recording, Func<long> nowMs, Action<string> report)
    {
        _inner = inner;
        _path = recording.Path;
        _nowMs = nowMs;
        _report = report;
        _writer = Open(recording);
    }

    /// <inheritdoc/>
    public void Write(byte[] buffer, int offset, int count)
    {
        Add(buffer.AsSpan(offset, count), isSent: true);
        _inner.Write(buffer, offset, count);
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        int read = _inner.Read(buffer, offset, count);
        if (read > 0)
        {
            Add(buffer.AsSpan(offset, read), isSent: false);
        }
        else
        {
            FlushAtTimes();
        }

        return read;
    }

    /// <summary>Ends the recording with what has been heard so far.</summary>
    public void Dispose()
    {
        EndBurst();
        Try(writer => writer.Dispose());
        _writer = null;
    }

    private static StreamWriter Open(Recording recording)
    {
        FileMode mode = recording.IsAppended ? FileMode.Append : FileMode.CreateNew;
        var file = new FileStream(recording.Path, mode, FileAccess.Write, FileShare.Read);
        var writer = new StreamWriter(file, Encoding.ASCII) { NewLine = "\n" };
        if (file.Position > 0)
        {
            // Its last line may have no end.
            writer.WriteLine();
        }

        return writer;
    }

    private void Add(ReadOnlySpan<byte> bytes, bool isSent)
    {
        long now = _nowMs();
        foreach (byte value in bytes)
        {
            if (_count == MaxBurst || (_count > 0 && (isSent != _isSent || now - _lastMs >= BurstGapMs)))
            {
                EndBurst();
            }

            if (_count == 0)
            {
                _startMs = now;
                _isSent = isSent;
            }

            _burst[_count++] = value;
            _lastMs = now;
        }
    }

    private void FlushAtTimes()
    {
        long now = _nowMs();
        if (_count > 0 && now - _lastMs >= BurstGapMs)
        {
            EndBurst();
        }

        if (now - _flushedMs >= FlushMs)
        {
            _flushedMs = now;
            Flush();
        }
    }

    private void EndBurst()
    {
        if (_count == 0)
        {
            return;
        }

        _line.Clear().Append(_startMs).Append(_isSent ? " -> " : " <- ").Append(Convert.ToHexString(_burst, 0, _count));
        _count = 0;
        Try(writer => writer.WriteLine(_line));
    }

    private void Flush()
    {
        Try(writer => writer.Flush());
        if (_writer != null && !File.Exists(_path))
        {
            End("the file is gone");
        }
    }

    private void Try(Action<StreamWriter> write)
    {
        try
        {
            if (_writer != null)
            {
                write(_writer);
            }
        }
        catch (IOException e)
        {
            End(e.Message);
        }
    }

    private void End(string reason)
    {
        _writer = null;
        _report($"{_path}: the recording has ended: {reason}");
    }
}
