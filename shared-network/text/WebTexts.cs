using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>The fixed texts of HTTP and of the page's interface, by <see cref="WebText"/>: on the device four bytes each.</summary>
internal static class WebTexts
{
    // A bar between each and the next. Several strings: the longer one is, the longer it takes to copy from it.
    private static readonly FlashTexts _texts = new(
        '|',
        // JSON.
        "true|false|null|"
        // A request.
        + "HTTP/1.|GET|HEAD|PUT|POST|host|origin|connection|content-type|if-none-match|content-length|transfer-encoding|application/json|"
        + "close|keep-alive|localhost|http://|https://",

        // The head of an answer.
        "HTTP/1.1 |\r\nContent-Length: |\r\nTransfer-Encoding: chunked|"
        + "\r\nConnection: close|\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: same-origin\r\n\r\n|0\r\n\r\n|"
        + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip|\r\nCache-Control: no-store\r\nContent-Type: application/json|"
        + "\r\nCache-Control: no-store\r\nContent-Type: text/csv; charset=utf-8|\r\nCache-Control: no-store\r\nContent-Type: application/octet-stream",
        "200 OK|204 No Content|302 Found|304 Not Modified|400 Bad Request|403 Forbidden|404 Not Found|405 Method Not Allowed|"
        + "411 Length Required|413 Content Too Large|415 Unsupported Media Type|431 Request Header Fields Too Large|503 Service Unavailable|"
        + "507 Insufficient Storage",

        // The paths.
        "/|/api/status|/api/history|/api/history.csv|/api/panel|/api/settings|/api/wifi|/api/acknowledge|/api/search|/api/time|/api/reset"
        + "|/api/forget|/api/wifi/scan|/api/wifi/end",

        // What is known now.
        "{\"device\":{\"name\":|,\"version\":\"" + DeviceFacts.Version + "\",\"uptime_ms\":|,\"role\":|,\"simulated\":|set_up|"
        + "},\"bank\":{\"kind\":\"bank\"|,\"alarms\":[|]},\"batteries\":[|{\"kind\":\"battery\"|"
        + ",\"unknown\":{\"7\":\"--\",\"8-14\":\"--------------\",\"21-22\":\"----\",\"45-48\":\"--------\"}|"
        + "],\"stats\":{\"kind\":\"stats\"|}}|"
        + "starting|listener|master|ValenceNano",

        // The history.
        "interval_s|points|],\"days\":[|{\"day\":|],\"extremes\":[|]}|age_s,soc_permille,voltage_mv,current_ma\r\n|\r\nday|soc_min_permille|soc_max_permille|"
        + "voltage_min_mv|voltage_max_mv|cell_min_mv|cell_max_mv|cell_min_c|cell_max_c|full_charges|cycles|synchronisations|"
        // The settings, and what is wrong with them.
        + "key|label|group|unit|min|max|default|value|choices|" + SettingTable.NameKey + "|Name of B|Names|{\"errors\":[|text|"
        + "the request is no JSON object of keys and values|there is no such setting|a whole number, | to |one of |a text of at most | bytes|"
        + "contradicts |there are names of | other batteries|"
        // The network, and what an owner asks for.
        + "{\"state\":\"|off|connecting|not_found|connected|lost|set_up|restarting|name|password|address|networks|signal_dbm|"
        + "utc_ms|offset_min|what|energy|extremes|health");

    /// <summary>How many there are.</summary>
    public static int Count => _texts.Count;

    /// <summary>How many characters one has.</summary>
    public static int Length(WebText text) => _texts.Length((int)text);

    /// <summary>Copies one into a buffer, from <paramref name="offset"/> on.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Copy(WebText text, byte[] buffer, int offset) => _texts.Copy((int)text, buffer, offset);

    /// <summary>Tells whether it is these bytes.</summary>
    public static bool Is(WebText text, byte[] buffer, int start, int count) => _texts.Is((int)text, buffer, start, count);
}
