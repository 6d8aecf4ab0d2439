using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>Writes the head of an answer.</summary>
public static class AnswerHead
{
    private static readonly string _version = "HTTP/1.1 ";

    // In the order of PlaceOf.
    private static readonly FlashTexts _reasons = new('|',
        " OK| No Content| Found| Not Modified| Bad Request| Forbidden| Not Found| Method Not Allowed| Length Required| Content Too Large"
        + "| Unsupported Media Type| Request Header Fields Too Large| Service Unavailable");

    // Of all answers, and of those with a body by its kind.
    private static readonly string _common = "\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: same-origin";
    private static readonly string _json = "\r\nCache-Control: no-store\r\nContent-Type: application/json";
    private static readonly string _csv = "\r\nCache-Control: no-store\r\nContent-Type: text/csv; charset=utf-8";
    private static readonly string _bytes = "\r\nCache-Control: no-store\r\nContent-Type: application/octet-stream";
    private static readonly string _page = "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip";

    private static readonly string _length = "\r\nContent-Length: ";
    private static readonly string _chunked = "\r\nTransfer-Encoding: chunked";
    private static readonly string _close = "\r\nConnection: close";
    private static readonly string _end = "\r\n\r\n";

    /// <summary>Longest of all, bytes.</summary>
    public const int MaxLength = 640;

    /// <summary>Writes it.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="isChunked">Its body comes in chunks.</param>
    /// <param name="keepsAlive">False: the connection ends behind the answer.</param>
    /// <param name="output">Where to.</param>
    public static void Write(HttpAnswer answer, bool isChunked, bool keepsAlive, JsonWriter output)
    {
        output.Raw(_version);
        output.Digits(answer.Status);
        output.Raw(_reasons, PlaceOf(answer.Status));
        output.Raw(_common);
        if (answer.Content != AnswerContent.None)
        {
            output.Raw(TypeOf(answer.Content));
        }

        if (answer.Fields != null)
        {
            output.Raw(answer.Fields);
        }

        if (isChunked)
        {
            output.Raw(_chunked);
        }
        else if (answer.Length >= 0 && answer.Status != 204 && answer.Status != 304)
        {
            output.Raw(_length);
            output.Digits(answer.Length);
        }

        if (!keepsAlive)
        {
            output.Raw(_close);
        }

        output.Raw(_end);
    }

    private static string TypeOf(AnswerContent content)
    {
        switch (content)
        {
            case AnswerContent.Page:
                return _page;
            case AnswerContent.Csv:
                return _csv;
            case AnswerContent.Bytes:
                return _bytes;
            default:
                return _json;
        }
    }

    private static int PlaceOf(int status)
    {
        switch (status)
        {
            case 200: return 0;
            case 204: return 1;
            case 302: return 2;
            case 304: return 3;
            case 400: return 4;
            case 403: return 5;
            case 404: return 6;
            case 405: return 7;
            case 411: return 8;
            case 413: return 9;
            case 415: return 10;
            case 431: return 11;
            default: return 12;
        }
    }
}
