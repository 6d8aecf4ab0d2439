using System.Diagnostics;
using System.Text.Json;

namespace ValenceNano.HostTests.EndToEnd;

/// <summary>A <c>valence</c> command in a process of its own, which can be killed: the built one, or as <see cref="PublishedFile"/> says.</summary>
internal sealed class ValenceProcess : IDisposable
{
    private readonly LineStream _output = new();
    private readonly Process _process;
    private readonly Task _reading;

    public ValenceProcess(params string[] arguments)
    {
        string[] command = PublishedFile.Path is { } path ? [path] : [Host(), Path.Combine(AppContext.BaseDirectory, "valence.dll")];
        _process = Process.Start(new ProcessStartInfo(command[0], [.. command[1..], .. arguments]) { RedirectStandardOutput = true })!;
        _reading = _process.StandardOutput.BaseStream.CopyToAsync(_output);
    }

    /// <summary>Waits for the first object for which something is true.</summary>
    public async Task<JsonElement> WaitFor(Func<JsonElement, bool> isIt)
    {
        for (int i = 0; ; i++)
        {
            JsonElement found = JsonDocument.Parse(await _output.LineAsync(i)).RootElement;
            if (isIt(found))
            {
                return found;
            }
        }
    }

    /// <summary>Kills it as kill -9 does.</summary>
    /// <returns>All whole objects that it wrote.</returns>
    public async Task<JsonElement[]> KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
        return [.. _output.Lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _output.Dispose();
    }

    /// <summary>What runs the built one.</summary>
    public static string Host() => Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet";
}
