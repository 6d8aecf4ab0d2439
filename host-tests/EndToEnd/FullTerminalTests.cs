using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ValenceNano.HostTests.Network;

namespace ValenceNano.HostTests.EndToEnd;

/// <summary><c>valence</c> in a terminal that it draws its panel in.</summary>
public sealed class FullTerminalTests
{
    private const string Enter = "\e[?1049h";
    private const string Leave = "\e[?1049l";
    private const string End = "(end)";

    [PseudoTerminalFact]
    public async Task Simulation_shows_address_networks_and_broker_with_the_panel_and_writes_nothing_beside_it()
    {
        int port = RawClient.FreePort();
        string[] parts = await Run($"sim --setup --web {port} --seconds 3");

        Assert.Equal(3, parts.Length);
        Assert.Contains($"the page: http://127.0.0.1:{port}/", parts[1], StringComparison.Ordinal);
        Assert.Contains("Wi-Fi Harbour: password moorings42", parts[1], StringComparison.Ordinal);
        Assert.StartsWith("no battery was read in 3 s", parts[2].TrimStart(), StringComparison.Ordinal);
    }

    [PseudoTerminalFact]
    public async Task Report_of_a_broker_is_shown_with_the_panel_and_written_after_it()
    {
        string broker = $"127.0.0.1:{RawClient.FreePort()}";
        string report = $"mqtt: {broker}: no answer; trying again";
        string[] parts = await Run($"sim --mqtt mqtt://{broker} --seconds 5");

        Assert.Equal(3, parts.Length);
        Assert.Contains($"\n {report}\e[K", parts[1], StringComparison.Ordinal);
        Assert.DoesNotContain($"{report}\r\n", parts[1], StringComparison.Ordinal);
        Assert.StartsWith(report, parts[2].TrimStart(), StringComparison.Ordinal);
    }

    [PseudoTerminalFact]
    public async Task Port_that_is_taken_is_told_where_it_is_seen()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        string[] parts = await Run($"sim --web {((IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.Contains("cannot be had", Assert.Single(parts), StringComparison.Ordinal);
    }

    // In a window of 80 x 24: what comes before the panel takes the terminal over, with it, and behind it.
    private static async Task<string[]> Run(string arguments)
    {
        string program = PublishedFile.Path ?? $"{ValenceProcess.Host()} {Path.Combine(AppContext.BaseDirectory, "valence.dll")}";
        var start = new ProcessStartInfo("socat", ["-", "SYSTEM:eval $VALENCE_RUN,pty,stderr,setsid,ctty"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        start.Environment["VALENCE_RUN"] = $"stty cols 80 rows 24; {program} {arguments}; echo '{End}'; read line";
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("NO_COLOR");
        using Process process = Process.Start(start)!;
        var shown = new StringBuilder();
        // Kept open until all is read: what is left in a terminal whose program has ended may be lost.
        for (string? line = ""; line != null && !line.Contains(End, StringComparison.Ordinal); line = await process.StandardOutput.ReadLineAsync())
        {
            shown.Append(line).Append('\n');
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return shown.ToString().Split([Enter, Leave], StringSplitOptions.None);
    }
}
