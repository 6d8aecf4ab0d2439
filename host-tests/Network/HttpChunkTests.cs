using System.Text;
using ValenceNano.Network;

namespace ValenceNano.HostTests.Network;

/// <summary>A piece of an answer, with parts as long as they may be.</summary>
public sealed class HttpChunkTests
{
    private const int FrontLength = 5;
    private const int EndLength = 7;

    [Theory]
    [InlineData(true, 1)]
    [InlineData(true, HttpServer.MaxPartLength)]
    [InlineData(false, 1)]
    [InlineData(false, HttpServer.MaxPartLength)]
    public void Parts_fit_behind_a_head_of_any_length(bool isChunked, int lastLength)
    {
        for (int head = 0; head <= AnswerHead.MaxLength; head++)
        {
            for (int first = 1; first <= HttpServer.EnoughLength; first += 7)
            {
                JsonWriter output = Piece(head, isChunked, first, HttpServer.MaxPartLength, lastLength);

                int begin = head + (isChunked ? FrontLength : 0);
                bool hasRoom = begin + HttpServer.MaxPartLength + EndLength <= HttpServer.PieceLength && begin < head + HttpServer.EnoughLength;
                Assert.Equal(hasRoom, output.Count > head);
                Assert.InRange(output.Count, head, HttpServer.PieceLength);
            }
        }
    }

    [Fact]
    public void Chunk_tells_its_length_and_an_answer_its_end()
    {
        JsonWriter output = Piece(head: 3, isChunked: true, 340, 10, 250);

        Assert.Equal("15e\r\n" + new string('x', 350) + "\r\n", Encoding.ASCII.GetString(output.Buffer, 3, output.Count - 3));

        output = Piece(head: 3, isChunked: true, 100, 240, 250);

        Assert.Equal("24e\r\n" + new string('x', 590) + "\r\n0\r\n\r\n", Encoding.ASCII.GetString(output.Buffer, 3, output.Count - 3));
    }

    private static JsonWriter Piece(int head, bool isChunked, params int[] parts)
    {
        var output = new JsonWriter(HttpServer.PieceLength);
        output.Begin(head);
        var answer = new HttpAnswer();
        answer.Set(200, AnswerContent.Json, HttpAnswer.UnknownLength, 0);
        HttpChunk.Write(new Parts(parts), answer, isChunked, 0, output);
        return output;
    }

    private sealed class Parts(int[] lengths) : IHttpService
    {
        public bool Admit(HttpRequest request, byte[] buffer, long nowMs, HttpAnswer answer) => throw new NotSupportedException();

        public bool Work(HttpRequest request, byte[] body, int count, long nowMs, HttpAnswer answer) => throw new NotSupportedException();

        public void WritePart(HttpAnswer answer, JsonWriter output, long nowMs)
        {
            output.Raw(Encoding.ASCII.GetBytes(new string('x', lengths[answer.Part])));
            answer.GoTo(answer.Part + 1);
            if (answer.Part == lengths.Length)
            {
                answer.End();
            }
        }
    }
}
