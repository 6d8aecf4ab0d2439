namespace ValenceNano.Network;

/// <summary>An answer on its way: what its head says, and how much of its body is written.</summary>
public sealed class HttpAnswer
{
    /// <summary>A length that is not known before the body is written.</summary>
    public const int UnknownLength = -1;

    // The part behind the last.
    private const int Written = -1;

    /// <summary>The status: 200, 404 ...</summary>
    public int Status { get; private set; }

    /// <summary>What its body is.</summary>
    public AnswerContent Content { get; private set; }

    /// <summary>Length of the body in bytes, or <see cref="UnknownLength"/>.</summary>
    public int Length { get; private set; }

    /// <summary>What else its head says, each field with a line end in front; null: nothing.</summary>
    public string Fields { get; private set; }

    /// <summary>Which of the bodies that its service writes.</summary>
    public int Body { get; private set; }

    /// <summary>Which part of the body comes next, from 0; the service counts.</summary>
    public int Part { get; private set; }

    /// <summary>Which of several like parts.</summary>
    public int Index { get; private set; }

    /// <summary>Which piece of that.</summary>
    public int Item { get; private set; }

    /// <summary>All of the body is written.</summary>
    public bool IsWritten => Part == Written;

    /// <summary>Makes it an answer without a body.</summary>
    public void Set(int status) => Set(status, AnswerContent.None, 0, 0);

    /// <summary>Makes it an answer of whose body nothing is written.</summary>
    /// <param name="status">The status.</param>
    /// <param name="content">What its body is.</param>
    /// <param name="length">Its length in bytes, or <see cref="UnknownLength"/>.</param>
    /// <param name="body">Which of the bodies that the service writes.</param>
    public void Set(int status, AnswerContent content, int length, int body)
    {
        Status = status;
        Content = content;
        Length = length;
        Body = body;
        Fields = null;
        GoTo(content == AnswerContent.None ? Written : 0);
    }

    /// <summary>Has the head say more.</summary>
    public void Add(string fields) => Fields = fields;

    /// <summary>Goes on with another part of the body.</summary>
    public void GoTo(int part)
    {
        Part = part;
        GoToIndex(0);
    }

    /// <summary>Goes on with another one of like parts.</summary>
    public void GoToIndex(int index)
    {
        Index = index;
        Item = 0;
    }

    /// <summary>Goes on with another piece of the same part.</summary>
    public void GoToItem(int item) => Item = item;

    /// <summary>The body is written.</summary>
    public void End() => GoTo(Written);
}
