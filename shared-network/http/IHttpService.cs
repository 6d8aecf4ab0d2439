namespace ValenceNano.Network;

/// <summary>What answers requests, whichever way they came. A request is admitted, then begun when all of its body is there.</summary>
public interface IHttpService
{
    /// <summary>Judges a request by its head alone.</summary>
    /// <param name="request">The head.</param>
    /// <param name="buffer">What it stands in.</param>
    /// <param name="nowMs">Time since start-up, ms.</param>
    /// <param name="answer">Is set if the request is refused.</param>
    /// <returns>True: its body may come. False: <paramref name="answer"/> says why not.</returns>
    bool Admit(HttpRequest request, byte[] buffer, long nowMs, HttpAnswer answer);

    /// <summary>
    /// Does what an admitted request asks for, some of it at each call. Others may have been admitted since it was; but none, and no part of
    /// another answer is written, from the first call on until it is done and the first piece of its answer is written.
    /// </summary>
    /// <param name="request">Of its head only what is no place in a buffer: method and route.</param>
    /// <param name="body">Its body, from its first byte; it must stay until the answer's first piece is written.</param>
    /// <param name="count">Length of the body, bytes.</param>
    /// <param name="nowMs">As in <see cref="Admit"/>.</param>
    /// <param name="answer">Is set.</param>
    /// <returns>True: it is done, and the answer may be sent. False: call again.</returns>
    bool Work(HttpRequest request, byte[] body, int count, long nowMs, HttpAnswer answer);

    /// <summary>
    /// Writes the next part of an answer's body, at most <see cref="HttpServer.MaxPartLength"/> bytes, and moves the answer on. A larger
    /// part is not written before the output is empty.
    /// </summary>
    void WritePart(HttpAnswer answer, JsonWriter output, long nowMs);
}
