using System.Diagnostics;
using System.Reflection;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>What the device's libraries lack is refused by the compiler, which has nothing but them in every build of the device's program.</summary>
public sealed class CompilerTests
{
    private static readonly string[] s_refused =
    [
        "new System.Collections.Generic.List<int>();",
        "\"a\".Replace(\"a\", \"b\");",
        "void Take(System.ReadOnlySpan<byte> bytes) { }",
        "new System.IO.Ports.SerialPort(\"COM2\").DiscardInBuffer();",
        "System.Span<byte> bytes = stackalloc byte[4];",
        "unsafe { int* first = null; }",
        "int? value = 1;",
        "(int, int) both = (1, 2);",
        "new System.Text.StringBuilder();",
        "System.Array.Reverse(new byte[2]);",
        "System.Console.WriteLine(1);",
        "_ = System.Environment.NewLine;",
        "_ = new int[2][^1];",
        "System.Collections.IEnumerable Numbers() { yield return 1; }",
        "async void Wait() => await System.Threading.Tasks.Task.Yield();",
        "[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)] void F() { }",
    ];

    private static readonly string[] s_accepted =
    [
        "System.Diagnostics.Debug.WriteLine(\"a\");",
        "byte[] none = [];",
        "string text = $\"{1} mV\" + \"a\".Substring(1).Length;",
        "new System.Threading.Thread(() => { }).Start();",
        "System.SpanByte bytes = new byte[4];",
    ];

    // One run for all: it takes a second or two.
    private static readonly Lazy<string> s_report = new(() => Compile([.. s_accepted, .. s_refused]));

    public static TheoryData<string> Refused => [.. s_refused];

    public static TheoryData<string> Accepted => [.. s_accepted];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Compiler_refuses_what_the_device_lacks(string statement)
    {
        int line = s_accepted.Length + Array.IndexOf(s_refused, statement) + 1;

        Assert.Contains($"Statements.cs({line},", s_report.Value, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Compiler_accepts_what_the_device_has(string statement)
    {
        int line = Array.IndexOf(s_accepted, statement) + 1;

        Assert.DoesNotContain($"Statements.cs({line},", s_report.Value, StringComparison.Ordinal);
    }

    // Each statement stands on a line of its own.
    private static string Compile(IEnumerable<string> statements)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string source = Path.Combine(folder, "Statements.cs");
            IEnumerable<string> methods = statements.Select((statement, i) => $"static class S{i} {{ static void M() {{ {statement} }} }}");
            File.WriteAllLines(source, methods);
            string[] references = [.. Directory.GetFiles(Assemblies.DeviceFolder, "*.dll").Select(path => "-r:" + path)];
            string compiler = typeof(CompilerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "Compiler").Value!;
            var start = new ProcessStartInfo(
                "dotnet", [compiler, "-noconfig", "-nologo", "-nostdlib", "-langversion:12", "-warn:0", "-t:library", "-out:" + source + ".dll", .. references, source])
            {
                RedirectStandardOutput = true,
            };
            using Process process = Process.Start(start)!;
            return process.StandardOutput.ReadToEnd();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
