namespace ValenceNano.Network;

/// <summary>Writes the next parts of a body into what room there is, as a chunk of HTTP/1.1 or as they are.</summary>
public static class HttpChunk
{
    // Three hex digits and a line end in front; the line end behind it, and the last chunk, which is empty.
    private const int FrontLength = 5;
    private const int EndLength = 2 + 5;

    /// <summary>Writes as many parts as there is room for.</summary>
    public static void Write(IHttpService service, HttpAnswer answer, bool isChunked, long nowMs, JsonWriter output)
    {
        int front = output.Count;
        if (isChunked)
        {
            output.Begin(front + FrontLength);
        }

        int begin = output.Count;
        int before = -1;
        // A part that is larger than the room there is waits for the next piece.
        while (!answer.IsWritten && output.Count != before && IsRoom(output, front))
        {
            before = output.Count;
            service.WritePart(answer, output, nowMs);
        }

        if (isChunked)
        {
            Frame(front, output.Count - begin, answer.IsWritten, output);
        }
    }

    private static bool IsRoom(JsonWriter output, int front) =>
        output.Room >= HttpServer.MaxPartLength + EndLength && output.Count - front < HttpServer.EnoughLength;

    // An empty chunk would be the last one.
    private static void Frame(int front, int length, bool isLast, JsonWriter output)
    {
        if (length == 0)
        {
            output.Begin(front);
        }
        else
        {
            int end = output.Count;
            output.Begin(front);
            output.HexDigits(length, 3);
            output.Raw(WebText.LineEnd);
            output.Begin(end);
            output.Raw(WebText.LineEnd);
        }

        if (isLast)
        {
            output.Raw(WebText.LastChunk);
        }
    }
}
