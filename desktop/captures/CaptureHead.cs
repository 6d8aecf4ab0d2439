using System.Runtime.ExceptionServices;

namespace ValenceNano.Desktop;

/// <summary>
/// The beginning of a capture, kept until its shape is found; then the rest of it. At most 256 KiB are looked at.
/// </summary>
public sealed class CaptureHead(CaptureSource source, ShapeFinder finder)
{
    private const int FirstLook = 1 << 12;
    private const int LastLook = 1 << 18;

    /// <summary>Whoever writes the capture is waiting for something: what is there has to do, if it is enough.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private byte[] _kept = new byte[FirstLook];
    private int _start;
    private int _end;
    private bool _hasEnded;
    private Task<int>? _reading;
    private ExceptionDispatchInfo? _failure;

    /// <summary>The shape; null before it is found.</summary>
    public Shape? Shape { get; private set; }

    /// <summary>Reads until the shape is certain, or there is no more, or 256 KiB were in vain.</summary>
    public async ValueTask<Shape> FindShapeAsync(CancellationToken cancellation)
    {
        int look = FirstLook;
        bool mayWait = false;
        while (Shape == null)
        {
            bool hasPaused = await FillAsync(look, mayWait, cancellation);
            var sample = new ShapeSample(_kept.AsMemory(_start, _end - _start), _hasEnded);
            bool isAll = _hasEnded || sample.Bytes.Length >= LastLook;
            Shape = finder.Find(sample, isAll || hasPaused ? 1 : ShapeFinder.MinMessages) ?? (isAll ? finder.Guess(sample) : null);
            mayWait = hasPaused;
            look = hasPaused ? look : look * 4;
        }

        return Shape;
    }

    /// <summary>Gives what was kept, and then what comes from the source; as <see cref="CaptureSource.ReadAsync"/>.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> room, CancellationToken cancellation)
    {
        if (_start == _end && _reading != null)
        {
            await TakeAsync();
        }

        if (_start < _end)
        {
            int count = Math.Min(room.Length, _end - _start);
            _kept.AsMemory(_start, count).CopyTo(room);
            _start += count;
            return count;
        }

        _failure?.Throw();
        _kept = [];
        return _hasEnded ? 0 : await source.ReadAsync(room, cancellation);
    }

    // Returns true if nothing has come for a while; then the next call may wait for more.
    private async ValueTask<bool> FillAsync(int length, bool mayWait, CancellationToken cancellation)
    {
        while (_end - _start < length && !_hasEnded)
        {
            if (_end == _kept.Length)
            {
                Array.Resize(ref _kept, 4 * _end);
            }

            if (_reading == null)
            {
                Memory<byte> room = _kept.AsMemory(_end);
                _reading = mayWait
                    ? source.ReadAsync(room, cancellation).AsTask()
                    : source.ReadNowAsync(room, cancellation).AsTask();
            }

            if (!mayWait && _end > _start && await Task.WhenAny(_reading, Task.Delay(Pause, CancellationToken.None)) != _reading)
            {
                return true;
            }

            bool isEndForNow = await TakeAsync() == 0 && source.IsFollowed && !mayWait;
            if (isEndForNow)
            {
                _hasEnded = false;
                return true;
            }

            mayWait = false;
        }

        return false;
    }

    // What was read before a failure, or before Ctrl-C, is a result: the failure comes behind it.
    private async ValueTask<int> TakeAsync()
    {
        Task<int> reading = _reading!;
        _reading = null;
        int count = 0;
        try
        {
            count = await reading;
        }
        catch (Exception e) when (e is CommandException or OperationCanceledException)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
        }

        _start = source.StartedAgain ? _end : _start;
        _end += count;
        _hasEnded = count == 0;
        return count;
    }
}
