namespace ValenceNano.HostTests.Desktop;

/// <summary>A stream that cannot be written to.</summary>
internal sealed class FailingStream(IOException failure) : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count)
    {
        if (count > 0)
        {
            throw failure;
        }
    }
}
