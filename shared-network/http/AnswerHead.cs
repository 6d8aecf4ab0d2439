namespace ValenceNano.Network;

/// <summary>Writes the head of an answer.</summary>
public static class AnswerHead
{
    /// <summary>Longest of all, bytes.</summary>
    public const int MaxLength = 640;

    /// <summary>Writes it.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="isChunked">Its body comes in chunks.</param>
    /// <param name="keepsAlive">False: the connection ends behind the answer.</param>
    /// <param name="output">Where to.</param>
    public static void Write(HttpAnswer answer, bool isChunked, bool keepsAlive, JsonWriter output)
    {
        Begin(answer.Status, output);
        if (answer.Content != AnswerContent.None)
        {
            output.Raw(WebText.PageFields + (int)answer.Content - (int)AnswerContent.Page);
        }

        if (answer.Fields != null)
        {
            output.Raw(answer.Fields);
        }

        if (isChunked)
        {
            output.Raw(WebText.ChunkedField);
        }
        else if (answer.Length >= 0 && answer.Status != 204 && answer.Status != 304)
        {
            WriteLength(answer.Length, output);
        }

        End(keepsAlive, output);
    }

    /// <summary>Writes that of a peer for whom there is no room: 503, without a body, and the connection ends.</summary>
    public static void WriteBusy(JsonWriter output)
    {
        Begin(503, output);
        WriteLength(0, output);
        End(keepsAlive: false, output);
    }

    private static void Begin(int status, JsonWriter output)
    {
        output.Raw(WebText.Version);
        output.Raw(CodeOf(status));
    }

    private static void WriteLength(int length, JsonWriter output)
    {
        output.Raw(WebText.LengthField);
        output.Digits(length);
    }

    private static void End(bool keepsAlive, JsonWriter output)
    {
        if (!keepsAlive)
        {
            output.Raw(WebText.CloseField);
        }

        output.Raw(WebText.HeadEnd);
    }

    private static WebText CodeOf(int status)
    {
        switch (status)
        {
            case 200: return WebText.Ok;
            case 204: return WebText.NoContent;
            case 302: return WebText.Found;
            case 304: return WebText.NotModified;
            case 400: return WebText.BadRequest;
            case 403: return WebText.Forbidden;
            case 404: return WebText.NotFound;
            case 405: return WebText.MethodNotAllowed;
            case 411: return WebText.LengthRequired;
            case 413: return WebText.ContentTooLarge;
            case 415: return WebText.UnsupportedMediaType;
            case 431: return WebText.FieldsTooLarge;
            case 507: return WebText.InsufficientStorage;
            default: return WebText.ServiceUnavailable;
        }
    }
}
