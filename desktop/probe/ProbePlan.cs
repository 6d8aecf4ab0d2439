using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>
/// What is still to be read of one battery: pieces of the range by function 3, then by function 4. A piece that is refused is halved
/// until it is clear which registers there are; the next pass asks for these alone.
/// </summary>
public sealed class ProbePlan
{
    /// <summary>The battery does not know the function at all: no register of it need be asked for.</summary>
    private const int IllegalFunction = 1;

    private readonly LinkedList<ReadRequest> _left = new();
    private readonly List<ReadRequest> _there = [];
    private readonly List<RefusedRange> _refused = [];

    /// <summary>Makes a plan for the registers of a range, both ends included.</summary>
    public ProbePlan(int from, int to)
    {
        foreach (int function in new[] { MessageFormat.ReadFunction, MessageFormat.ReadInputFunction })
        {
            for (int register = from; register <= to; register += ReadRequest.MaxCount)
            {
                _left.AddLast(new ReadRequest(function, register, Math.Min(ReadRequest.MaxCount, to - register + 1)));
            }
        }
    }

    /// <summary>Which pass this is, from 1.</summary>
    public int Pass { get; private set; } = 1;

    /// <summary>What is to be asked now; null: the pass is over.</summary>
    public ReadRequest? Next => _left.First?.Value;

    /// <summary>The registers that were refused one by one, those side by side together.</summary>
    public IReadOnlyList<RefusedRange> Refused => _refused;

    /// <summary>There is something to ask again.</summary>
    public bool HasRegisters => _there.Count > 0;

    /// <summary>The next request was answered with its registers.</summary>
    public void TakeAnswer()
    {
        if (Pass == 1)
        {
            _there.Add(_left.First!.Value);
        }

        _left.RemoveFirst();
    }

    /// <summary>The next request was refused.</summary>
    public void TakeRefusal(int code)
    {
        ReadRequest request = _left.First!.Value;
        _left.RemoveFirst();
        if (code == IllegalFunction)
        {
            RefuseFunction(request);
        }
        else if (request.Count == 1)
        {
            Refuse(new RefusedRange(request.Function, request.Register, request.Register, code));
        }
        else
        {
            int half = request.Count / 2;
            _left.AddFirst(new ReadRequest(request.Function, request.Register + half, request.Count - half));
            _left.AddFirst(new ReadRequest(request.Function, request.Register, half));
        }
    }

    /// <summary>Begins another pass, over the registers that there are.</summary>
    public void BeginPass()
    {
        Pass++;
        foreach (ReadRequest request in _there)
        {
            _left.AddLast(request);
        }
    }

    private void RefuseFunction(ReadRequest request)
    {
        int last = request.Last;
        while (_left.First?.Value is { } next && next.Function == request.Function)
        {
            last = next.Last;
            _left.RemoveFirst();
        }

        Refuse(new RefusedRange(request.Function, request.Register, last, IllegalFunction));
    }

    private void Refuse(RefusedRange range)
    {
        RefusedRange? before = _refused.Count > 0 ? _refused[^1] : null;
        if (before != null && before.Function == range.Function && before.Code == range.Code && before.To + 1 == range.From)
        {
            _refused[^1] = before with { To = range.To };
        }
        else
        {
            _refused.Add(range);
        }
    }
}
