namespace ValenceNano.HostTests.Desktop;

/// <summary>Gives one line; the next read never ends and Ctrl-C is pressed during it, or it fails if there is no Ctrl-C.</summary>
internal sealed class SilentStream(CancellationTokenSource? ctrlC) : MemoryStream("5 FF4306064246\n"u8.ToArray())
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position < Length)
        {
            return base.ReadAsync(buffer, cancellationToken);
        }

        ctrlC?.Cancel();
        return ctrlC == null ? throw new IOException("cable out") : new ValueTask<int>(new TaskCompletionSource<int>().Task);
    }
}
