namespace ValenceNano.Network;

/// <summary>An answer on its way: what its head says, and how much of its body is written.</summary>
public sealed class HttpAnswer
{
    /// <summary>A length that is not known before the body is written.</summary>
    public const int UnknownLength = -1;

    // The part behind the last.
    private const int Written = -1;

    // Status, content and body are in one number, and so is how far it is: on the device every field of each connection takes 12 bytes.
    private const int StatusAt = 16;
    private const int ContentAt = 8;
    private const int ByteMask = 0xFF;
    private const int PartAt = 24;
    private const int IndexAt = 12;
    private const int CountMask = 0xFFF;

    private int _kind;
    private int _place;

    /// <summary>The status: 200, 404 ...</summary>
    public int Status => _kind >> StatusAt;

    /// <summary>What its body is.</summary>
    public AnswerContent Content => (AnswerContent)((_kind >> ContentAt) & ByteMask);

    /// <summary>Length of the body in bytes, or <see cref="UnknownLength"/>.</summary>
    public int Length { get; private set; }

    /// <summary>What else its head says, each field with a line end in front; null: nothing.</summary>
    public string Fields { get; private set; }

    /// <summary>Which of the bodies that its service writes, 0..255.</summary>
    public int Body => _kind & ByteMask;

    /// <summary>Which part of the body comes next, 0..127; the service counts.</summary>
    public int Part => _place >> PartAt;

    /// <summary>Which of several like parts, 0..4095.</summary>
    public int Index => (_place >> IndexAt) & CountMask;

    /// <summary>Which piece of that, 0..4095.</summary>
    public int Item => _place & CountMask;

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
        _kind = (status << StatusAt) | ((int)content << ContentAt) | body;
        Length = length;
        Fields = null;
        GoTo(content == AnswerContent.None ? Written : 0);
    }

    /// <summary>Has the head say more.</summary>
    public void Add(string fields) => Fields = fields;

    /// <summary>Goes on with another part of the body.</summary>
    public void GoTo(int part) => _place = part << PartAt;

    /// <summary>Goes on with another one of like parts.</summary>
    public void GoToIndex(int index) => _place = (Part << PartAt) | (index << IndexAt);

    /// <summary>Goes on with another piece of the same part.</summary>
    public void GoToItem(int item) => _place = (_place & ~CountMask) | item;

    /// <summary>The body is written.</summary>
    public void End() => GoTo(Written);
}
