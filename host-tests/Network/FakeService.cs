using System.Text;
using ValenceNano.Network;

namespace ValenceNano.HostTests.Network;

/// <summary>
/// A service whose paths say what is answered: <c>/parts/N</c> is N parts of 100 bytes whose length nobody knows before, <c>/known/N</c> the
/// same with its length told, <c>/slow</c> needs ten calls, <c>/echo</c> is the body; anything else is 404.
/// </summary>
internal sealed class FakeService : IHttpService
{
    private const int PartLength = 100;

    private readonly List<byte> _echo = [];
    private const int EchoBody = 255;

    private string _path = "";
    private int _calls;

    /// <summary>Paths that were begun, in order.</summary>
    public List<string> Begun { get; } = [];

    /// <summary>Work was begun before that of another one was done.</summary>
    public bool WasInterrupted { get; private set; }

    /// <summary>The body of <c>/parts/N</c> and <c>/known/N</c>.</summary>
    public static string BodyOf(int parts) => string.Concat(Enumerable.Range(0, parts).Select(PartOf));

    public bool Admit(HttpRequest request, byte[] buffer, long nowMs, HttpAnswer answer)
    {
        WasInterrupted |= _calls > 0;
        _path = Encoding.Latin1.GetString(buffer, request.PathStart, request.PathLength);
        if (!_path.StartsWith("/parts/", StringComparison.Ordinal) && !_path.StartsWith("/known/", StringComparison.Ordinal)
            && _path is not ("/slow" or "/echo"))
        {
            answer.Set(404);
            return false;
        }

        request.SetRoute(_path.Length);
        return true;
    }

    public bool Work(HttpRequest request, byte[] body, int count, long nowMs, HttpAnswer answer)
    {
        Assert.Equal(_path.Length, request.Route);
        if (_path == "/slow" && ++_calls < 10)
        {
            return false;
        }

        _calls = 0;
        Begun.Add(_path);
        if (_path is "/slow")
        {
            answer.Set(204);
        }
        else if (_path is "/echo")
        {
            _echo.Clear();
            _echo.AddRange(body.AsSpan(0, count));
            answer.Set(200, AnswerContent.Bytes, count, EchoBody);
        }
        else
        {
            int parts = int.Parse(_path[7..]);
            bool isKnown = _path[1] == 'k';
            answer.Set(200, AnswerContent.Json, isKnown ? BodyOf(parts).Length : HttpAnswer.UnknownLength, parts);
        }

        return true;
    }

    public void WritePart(HttpAnswer answer, JsonWriter output, long nowMs)
    {
        if (answer.Body == EchoBody)
        {
            byte[] part = [.. _echo.Skip(answer.Index).Take(PartLength)];
            output.Raw(part);
            answer.GoToIndex(answer.Index + part.Length);
            if (answer.Index == _echo.Count)
            {
                answer.End();
            }

            return;
        }

        if (answer.Part < answer.Body)
        {
            output.Raw(Encoding.ASCII.GetBytes(PartOf(answer.Part)));
            answer.GoTo(answer.Part + 1);
        }

        if (answer.Part == answer.Body)
        {
            answer.End();
        }
    }

    private static string PartOf(int part) => $"{part:0000}".PadRight(PartLength, '.');
}
