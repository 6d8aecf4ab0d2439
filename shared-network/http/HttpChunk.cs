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
        int end = begin;
        int before = -1;
        int stop = Stop(front, output);
        // A part that is larger than the room there is waits for the next piece.
        while (end < stop && end != before && !answer.IsWritten)
        {
            before = end;
            service.WritePart(answer, output, nowMs);
            end = output.Count;
        }

        if (isChunked)
        {
            Frame(front, end - begin, answer.IsWritten, output);
        }
    }

    // Where no other part may begin.
    private static int Stop(int front, JsonWriter output)
    {
        int enough = front + HttpServer.EnoughLength;
        int full = output.Count + output.Room - HttpServer.MaxPartLength - EndLength + 1;
        return enough < full ? enough : full;
    }

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
            output.ThreeHexDigits(length);
            output.EndLine();
            output.Begin(end);
            output.EndLine();
        }

        if (isLast)
        {
            output.Raw(WebText.LastChunk);
        }
    }
}
