using System.Text;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>
/// A bus port around another one that writes a capture of what passes into a file. When the file can no longer be written the recording
/// ends, and the port goes on.
/// </summary>
public sealed class RecordingPort : TracePort, IDisposable
{
    // A gap within a message, or a whole message behind another: decode puts them together again.
    private const int BurstGapMs = 5;
    private const int FlushMs = 1000;

    private readonly string _path;
    private readonly Func<long> _nowMs;
    private readonly Action<string> _report;
    private StreamWriter? _writer;
    private long _flushedMs;

    /// <summary>Begins a recording.</summary>
    /// <param name="inner">What is recorded.</param>
    /// <param name="recording">The capture.</param>
    /// <param name="nowMs">The time that is written in front of each line, ms.</param>
    /// <param name="report">Takes the line that says why a recording ended early.</param>
    /// <exception cref="IOException">The file cannot be written, or is there already.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public RecordingPort(IBusPort inner, Recording recording, Func<long> nowMs, Action<string> report)
        : base(inner, BurstGapMs)
    {
        _path = recording.Path;
        _nowMs = nowMs;
        _report = report;
        _writer = Open(recording);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        NowMs = _nowMs();
        base.Write(buffer, offset, count);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        NowMs = _nowMs();
        int read = base.Read(buffer, offset, count);
        if (read == 0 && NowMs - _flushedMs >= FlushMs)
        {
            _flushedMs = NowMs;
            Flush();
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

    /// <inheritdoc/>
    protected override void WriteLine(TextLine line) =>
        Try(writer => writer.WriteLine(Encoding.ASCII.GetString(line.Text, 0, line.Length)));

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
