using System.Diagnostics;

namespace ValenceNano.HostTests.EndToEnd;

/// <summary>Two pseudo terminals joined to each other: what is written to one end is read at the other.</summary>
public sealed class PseudoTerminals : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("valence").FullName;
    private Process? _socat;

    public PseudoTerminals() => PlugIn();

    /// <summary>The batteries' end.</summary>
    public string Batteries => Path.Combine(_folder, "batteries");

    /// <summary>The master's end.</summary>
    public string Master => Path.Combine(_folder, "master");

    /// <summary>A file beside them.</summary>
    public string File(string name) => Path.Combine(_folder, name);

    /// <summary>The cable is put in; returns when both ends are there.</summary>
    public void PlugIn()
    {
        _socat = Process.Start("socat", [$"pty,raw,echo=0,link={Batteries}", $"pty,raw,echo=0,link={Master}"]);
        SpinWait.SpinUntil(() => System.IO.File.Exists(Batteries) && System.IO.File.Exists(Master), 5000);
    }

    /// <summary>The cable is pulled.</summary>
    public void PullOut()
    {
        _socat!.Kill();
        _socat.WaitForExit();
        System.IO.File.Delete(Batteries);
        System.IO.File.Delete(Master);
    }

    public void Dispose()
    {
        _socat!.Kill();
        _socat.WaitForExit();
        _socat.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
