using System.Text.Json;
using ValenceNano.Desktop;

namespace ValenceNano.HostTests.EndToEnd;

/// <summary>A <c>valence</c> command that runs in this process, or as <see cref="PublishedFile"/> says; its JSON objects can be waited for.</summary>
public sealed class RunningCommand : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly LineStream _output = new();
    private readonly LineStream _errorLines = new();
    private readonly StreamWriter _error;
    private readonly Task<int> _exit;

    public RunningCommand(params string[] arguments)
    {
        _error = new StreamWriter(_errorLines) { AutoFlush = true };
        TextWriter error = TextWriter.Synchronized(_error);
        _exit = PublishedFile.Path is { } path
            ? Task.Run(() => PublishedFile.RunAsync(path, arguments, _output, error, _end.Token))
            : Task.Run(() => ValenceCommand.RunAsync(arguments, new CommandIo(Stream.Null, _output, error), _end.Token));
    }

    public string Error => string.Join('\n', _errorLines.Lines);

    /// <summary>Waits for the first line on standard error: the port is open then.</summary>
    public Task Started() => _errorLines.LineAsync(0);

    /// <summary>All objects so far.</summary>
    public IEnumerable<JsonElement> Objects => _output.Lines.Select(line => JsonDocument.Parse(line).RootElement);

    /// <summary>Waits for the first object, from the one numbered <paramref name="from"/> on, for which something is true.</summary>
    public async Task<JsonElement> WaitFor(Func<JsonElement, bool> isIt, int from = 0)
    {
        for (int i = from; ; i++)
        {
            JsonElement found = JsonDocument.Parse(await _output.LineAsync(i)).RootElement;
            if (isIt(found))
            {
                return found;
            }
        }
    }

    /// <summary>Ends it as Ctrl-C does.</summary>
    public async Task<int> EndAsync()
    {
        await _end.CancelAsync();
        return await _exit;
    }

    /// <summary>Waits until it ends by itself.</summary>
    public Task<int> ExitAsync() => _exit;

    public void Dispose()
    {
        _end.Cancel();
        _exit.Wait();
        _end.Dispose();
        _output.Dispose();
        _error.Dispose();
    }
}
