using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ValenceNano.Network;

namespace ValenceNano.Desktop;

/// <summary>
/// Hands a request of Kestrel's to the interface that the firmware has too, by the same parser, and its answer back. The product
/// knows no threads: it is asked only under the lock under which it also runs.
/// </summary>
/// <param name="service">The product's interface.</param>
/// <param name="gate">The lock.</param>
/// <param name="nowMs">The product's time, ms.</param>
/// <param name="metrics">The text of <c>/metrics</c>, which the firmware does not have.</param>
public sealed class WebAnswerer(IHttpService service, Lock gate, Func<long> nowMs, Func<string> metrics)
{
    private const int MaxPartLength = 1024;
    private const string MetricsPath = "/metrics";

    // Who may read the status may read the metrics.
    private const string JudgedAs = "/api/status";
    private const string MetricsFields = "\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\nCache-Control: no-store";

    // What the interface looks at; all else stays with Kestrel.
    private static readonly string[] s_headers =
        ["Host", "Origin", "Content-Type", "Content-Length", "Transfer-Encoding", "If-None-Match"];

    /// <summary>Answers a request.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        byte[] head = HeadOf(context);
        (string Head, byte[] Body)? answer = null;
        if (context.Request.ContentLength > 0)
        {
            // What is refused is refused before its body has come.
            answer = Answer(head, body: null, isMetrics: false);
        }

        answer ??= Answer(head, await ReadBodyAsync(context.Request), IsMetrics(context));
        await WriteAsync(context, answer!.Value.Head, answer.Value.Body);
    }

    // As it was sent: Kestrel's own path knows no difference of case.
    private static string TargetOf(HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    private static bool IsMetrics(HttpContext context) => TargetOf(context).Split('?')[0] == MetricsPath;

    private static byte[] HeadOf(HttpContext context)
    {
        string target = IsMetrics(context) ? JudgedAs : TargetOf(context);
        var head = new StringBuilder($"{context.Request.Method} {target} HTTP/1.1\r\n");
        foreach (string name in s_headers)
        {
            foreach (string? value in context.Request.Headers[name])
            {
                head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
            }
        }

        return Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
    }

    // One that is longer than the interface takes is refused by its length alone.
    private static async Task<byte[]> ReadBodyAsync(Microsoft.AspNetCore.Http.HttpRequest request)
    {
        if (request.ContentLength is not (> 0 and <= PageInterface.MaxBodyLength))
        {
            return [];
        }

        byte[] body = new byte[request.ContentLength.Value];
        await request.Body.ReadExactlyAsync(body);
        return body;
    }

    // Without a body it is only judged; null: it is admitted.
    private (string Head, byte[] Body)? Answer(byte[] head, byte[]? body, bool isMetrics)
    {
        var request = new ValenceNano.Network.HttpRequest();
        var answer = new HttpAnswer();
        byte[] buffer = new byte[head.Length + 1];
        head.CopyTo(buffer, 0);
        request.Clear();
        lock (gate)
        {
            if (request.Take(buffer, head.Length) != HttpProgress.Complete)
            {
                answer.Set(400);
            }
            else if (service.Admit(request, buffer, nowMs(), answer))
            {
                if (body == null)
                {
                    return null;
                }

                if (isMetrics)
                {
                    answer.Set(200);
                    answer.Add(MetricsFields);
                    return (HeadOf(answer), Encoding.UTF8.GetBytes(metrics()));
                }

                while (!service.Work(request, body, body.Length, nowMs(), answer))
                {
                }
            }

            byte[] answerBody = BodyOf(answer);
            return (HeadOf(answer), answerBody);
        }
    }

    private byte[] BodyOf(HttpAnswer answer)
    {
        using var all = new MemoryStream();
        var part = new JsonWriter(MaxPartLength);
        while (!answer.IsWritten)
        {
            part.Begin(0);
            service.WritePart(answer, part, nowMs());
            all.Write(part.Buffer, 0, part.Count);
        }

        return all.ToArray();
    }

    private static string HeadOf(HttpAnswer answer)
    {
        var head = new JsonWriter(AnswerHead.MaxLength);
        AnswerHead.Write(answer, isChunked: true, keepsAlive: true, head);
        return Encoding.Latin1.GetString(head.Buffer, 0, head.Count);
    }

    private static async Task WriteAsync(HttpContext context, string head, byte[] body)
    {
        string[] lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        context.Response.StatusCode = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        foreach (string line in lines.Skip(1).Where(line => !line.StartsWith("Transfer-Encoding:", StringComparison.Ordinal)))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            context.Response.Headers[line[..colon]] = line[(colon + 2)..];
        }

        if (context.Response.StatusCode is not (204 or 304))
        {
            context.Response.ContentLength = body.Length;
        }

        if (body.Length > 0 && context.Request.Method != HttpMethods.Head)
        {
            await context.Response.Body.WriteAsync(body);
        }
    }
}
