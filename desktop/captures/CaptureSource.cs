namespace ValenceNano.Desktop;

/// <summary>Where the text of a capture comes from: a file, a file that still grows, or standard input.</summary>
public sealed class CaptureSource : IDisposable
{
    private const string StandardInput = "-";
    private const int PollIntervalMs = 100;

    private readonly Stream _stream;
    private readonly Func<CancellationToken, Task>? _waitForMore;

    /// <summary>Makes a source of a stream, which it then owns.</summary>
    /// <param name="name">What it is called in messages to the user.</param>
    /// <param name="stream">The text.</param>
    /// <param name="waitForMore">Waits at the stream's end before it is tried again; null: the end is the end.</param>
    public CaptureSource(string name, Stream stream, Func<CancellationToken, Task>? waitForMore = null)
    {
        Name = name;
        _stream = stream;
        _waitForMore = waitForMore;
    }

    /// <summary>What it is called in messages to the user.</summary>
    public string Name { get; }

    /// <summary>The last <see cref="ReadAsync"/> found a followed file shorter than before, and read from its start.</summary>
    public bool StartedAgain { get; private set; }

    /// <summary>Opens a file, or standard input for <c>-</c>. A pipe has an end even if it is followed.</summary>
    /// <exception cref="CommandException">It cannot be opened.</exception>
    public static async Task<CaptureSource> OpenAsync(string path, Stream input, bool follow, CancellationToken cancellation)
    {
        if (path == StandardInput)
        {
            return new CaptureSource("standard input", input);
        }

        // A named pipe waits in open until somebody writes to it.
        FileStream file = await Task.Run(() => OpenFile(path), cancellation).WaitAsync(cancellation);
        return new CaptureSource(path, file, follow && file.CanSeek ? WaitAsync : null);
    }

    /// <summary>Reads the next bytes; waits for them where more can still come.</summary>
    /// <returns>How many were put into <paramref name="buffer"/>; 0: the end. A followed file ends when it is cancelled.</returns>
    /// <exception cref="CommandException">It cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before its end.</exception>
    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        StartedAgain = false;
        return _waitForMore == null ? ReadOnceAsync(buffer, cancellation) : FollowAsync(buffer, _waitForMore, cancellation);
    }

    /// <summary>As <see cref="ReadAsync"/>, but what is there now: a followed file that has no more gives 0.</summary>
    public ValueTask<int> ReadNowAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        bool isAtEnd = _waitForMore != null && _stream.Position == _stream.Length;
        return isAtEnd ? new ValueTask<int>(0) : ReadAsync(buffer, cancellation);
    }

    /// <summary>A file that is followed: 0 bytes now are not its end.</summary>
    public bool IsFollowed => _waitForMore != null;

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private async ValueTask<int> FollowAsync(
        Memory<byte> buffer, Func<CancellationToken, Task> waitForMore, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            int count = await ReadOnceAsync(buffer, CancellationToken.None);
            if (count > 0)
            {
                return count;
            }

            if (_stream.Length < _stream.Position)
            {
                _stream.Position = 0;
                StartedAgain = true;
                continue;
            }

            await waitForMore(cancellation);
        }

        return 0;
    }

    // A read that waits for a terminal or a pipe cannot be cancelled; it can be left behind.
    private async ValueTask<int> ReadOnceAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await _stream.ReadAsync(buffer, CancellationToken.None).AsTask().WaitAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{Name}: cannot be read: {e.Message}");
        }
    }

    private static FileStream OpenFile(string path)
    {
        if (path.Length == 0)
        {
            throw new CommandException("the name of the capture is empty");
        }

        if (Directory.Exists(path))
        {
            throw new CommandException($"{path}: is a directory, not a capture");
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException($"{path}: no such file");
        }
        catch (UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: no permission to read it");
        }
        catch (IOException e)
        {
            throw new CommandException($"{path}: cannot be opened: {e.Message}");
        }
    }

    private static async Task WaitAsync(CancellationToken cancellation) =>
        await Task.Delay(PollIntervalMs, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
