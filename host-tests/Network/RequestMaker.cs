using System.Text;

namespace ValenceNano.HostTests.Network;

/// <summary>Requests, most of them good in most things.</summary>
internal static class RequestMaker
{
    private static readonly string[] s_paths =
    [
        "/", "/api/status", "/api/history", "/api/history.csv", "/api/panel", "/api/settings", "/api/settings?all", "/api/acknowledge", "/api/time",
        "/api/reset", "/api/forget", "/api", "/api/", "/api/statu", "/api/statuss", "/index.html", "/%61pi/status", "/api/../api/status", "/API/STATUS",
    ];

    private static readonly string[] s_hosts = ["127.0.0.1", "localhost:81", "valence", "[::1]", "evil.example", "256.1.2.3:1"];

    private static readonly string[] s_bodies =
    [
        "", "{}", "[]", "{\"poll_interval_ms\":3000}", "{\"poll_interval_ms\":1}", "{\"wiring\":\"series\",\"no\":1}", "{\"wiring\":\"parallel\"}",
        "{\"what\":\"health\"}", "{\"what\":\"all\"}", "{\"serial_hex\":\"000000000000000000000000\"}", "{\"utc_ms\":1795712400000,\"offset_min\":60}",
        "{\"device_name\":\"\u00c3\u00a9\\u0041\"}", "{\"cell_low_alarm_mv\":3500}", "{\"a\":", "\u0000", "{\"device_name\":\"" + new string('x', 500) + "\"}",
        "{\"x\":\"" + new string('y', 1100) + "\"}",
    ];

    /// <summary>The next one; it asks for the connection to be closed.</summary>
    public static string Make(Random random)
    {
        string method = Pick(random, 6, "GET", "PUT", "POST", "HEAD", "DELETE", "OPTIONS");
        string host = s_hosts[random.Next(3) > 0 ? 0 : random.Next(s_hosts.Length)];
        var text = new StringBuilder($"{method} {s_paths[random.Next(s_paths.Length)]} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n");
        if (random.Next(8) > 0)
        {
            text.Append($"Origin: {Pick(random, 8, $"http://{host}", "http://evil.example", "null")}\r\n");
        }

        if (random.Next(8) > 0)
        {
            text.Append($"Content-Type: {Pick(random, 8, "application/json", "application/json; charset=utf-8", "text/plain", "APPLICATION/JSON")}\r\n");
        }

        if (random.Next(10) == 0)
        {
            text.Append("If-None-Match: ").Append(random.Next(2) == 0 ? "\"x\"" : s_tag.Value).Append("\r\n");
        }

        bool hasBody = method is not ("GET" or "HEAD");
        if (hasBody && random.Next(20) == 0)
        {
            return text.Append("Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n").ToString();
        }

        string body = hasBody ? s_bodies[random.Next(s_bodies.Length)] : "";
        return text.Append(hasBody ? $"Content-Length: {body.Length}\r\n" : "").Append("\r\n").Append(body).ToString();
    }

    private static readonly Lazy<string> s_tag = new(() => new PageBench().Get("/").Headers["ETag"]);

    // The first one most of the time; one of all once in so often.
    private static string Pick(Random random, int oneIn, params string[] all) =>
        all[random.Next(oneIn) > 0 && oneIn > 6 ? 0 : random.Next(all.Length)];
}
