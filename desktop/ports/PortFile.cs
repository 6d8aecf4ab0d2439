using System.Runtime.InteropServices;

namespace ValenceNano.Desktop;

/// <summary>
/// A serial port as a file of the system, which no other program takes: it holds the lock that picocom, minicom and pyserial look at
/// (flock). The other one, which .NET sets itself (TIOCEXCL), does not hold against root, and a service may be started beside a shell of
/// root's. What speed and form the bytes have is set by .NET; but its own reads and writes go through a thread that wakes every
/// millisecond, which costs more than all the rest of the product, and cannot be waited on.
/// </summary>
/// <remarks>On Windows a port is no file, and never shared.</remarks>
public sealed partial class PortFile : IDisposable
{
    private const int Exclusive = 2;
    private const int AtOnce = 4;
    private const int NoFile = -1;

    // Of open: both ways, never the controlling terminal, without waiting for a carrier, closed in programs that are started.
    private const int LinuxFlags = 0x80902;
    private const int MacFlags = 0x1020006;

    // Of poll: there is something to read; the other side has gone, or never was.
    private const short Input = 0x01;
    private const short Gone = 0x08 | 0x10 | 0x20;

    private int _file;

    private PortFile(int file) => _file = file;

    /// <summary>Reads, writes and waits go through this file.</summary>
    public bool IsThere => _file != NoFile;

    /// <summary>The other side has gone: the adapter was unplugged.</summary>
    public bool IsGone => (Events(Input, 0) & Gone) != 0;

    /// <summary>Opens and locks a port.</summary>
    /// <returns>Null: another program has locked it. One that cannot be opened is not there; who opens it in earnest tells why.</returns>
    public static PortFile? Take(string name)
    {
        int file = OperatingSystem.IsWindows() ? NoFile : Open(name, OperatingSystem.IsMacOS() ? MacFlags : LinuxFlags);
        if (file == NoFile || Lock(file, Exclusive | AtOnce) == 0)
        {
            return new PortFile(file);
        }

        _ = Close(file);
        return null;
    }

    /// <summary>Reads what is there.</summary>
    /// <returns>How many bytes; 0: none, or it <see cref="IsGone"/>.</returns>
    public int Read(byte[] buffer, int offset, int count) =>
        Math.Max(0, (int)Read(_file, ref buffer.AsSpan(offset, count)[0], count));

    /// <summary>Writes. What there is no room for is lost, as on a cable that is pulled.</summary>
    public void Write(byte[] buffer, int offset, int count) => _ = Write(_file, ref buffer.AsSpan(offset, count)[0], count);

    /// <summary>Returns when there is something to read, or after so many ms.</summary>
    public void WaitForInput(int ms) => Events(Input, ms);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (IsThere)
        {
            _ = Close(_file);
            _file = NoFile;
        }
    }

    private short Events(short wanted, int ms)
    {
        var look = new Look { File = _file, Wanted = wanted };
        return Poll(ref look, 1, ms) > 0 ? look.Found : (short)0;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock")]
    private static partial int Lock(int file, int operation);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int file, ref byte first, nint count);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int file, ref byte first, nint count);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref Look look, nint looks, int ms);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);

    // struct pollfd.
    [StructLayout(LayoutKind.Sequential)]
    private struct Look
    {
        public int File;
        public short Wanted;
        public short Found;
    }
}
