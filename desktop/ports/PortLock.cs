using System.Runtime.InteropServices;

namespace ValenceNano.Desktop;

/// <summary>
/// A serial port that no other program takes: the lock that picocom, minicom and pyserial look at (flock). The other one, which .NET
/// sets itself (TIOCEXCL), does not hold against root, and a service may be started beside a shell of root's. On Windows a port is never
/// shared.
/// </summary>
public sealed partial class PortLock : IDisposable
{
    private const int Exclusive = 2;
    private const int AtOnce = 4;
    private const int NoFile = -1;

    // Of open: read only, never the controlling terminal, without waiting for a carrier, closed in programs that are started.
    private const int LinuxFlags = 0x80900;
    private const int MacFlags = 0x1020004;

    private int _file;

    private PortLock(int file) => _file = file;

    /// <summary>Locks a port before it is opened.</summary>
    /// <returns>Null: another program has locked it.</returns>
    public static PortLock? Take(string name)
    {
        // What cannot be opened at all is told by the one who opens it in earnest.
        int file = OperatingSystem.IsWindows() ? NoFile : Open(name, OperatingSystem.IsMacOS() ? MacFlags : LinuxFlags);
        if (file == NoFile || Lock(file, Exclusive | AtOnce) == 0)
        {
            return new PortLock(file);
        }

        _ = Close(file);
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_file != NoFile)
        {
            _ = Close(_file);
            _file = NoFile;
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock")]
    private static partial int Lock(int file, int operation);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
