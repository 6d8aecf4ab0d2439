namespace ValenceNano.Network;

/// <summary>
/// Reads one flat JSON object, member by member, strictly as RFC 8259 has it: no tree, and the text stays as it is. A value that is an
/// object or an array makes it broken.
/// </summary>
public sealed partial class JsonReader
{
    /// <summary>The longest text that a value can be, bytes of UTF-8.</summary>
    public const int MaxTextLength = 64;

    /// <summary>2 to the power of 53: every whole number up to it is one in JavaScript too.</summary>
    private const long MaxWhole = 9007199254740992;

    private byte[] _text;
    private int _at;
    private int _end;
    private bool _isFirst;

    /// <summary>Makes one that reads nothing yet.</summary>
    /// <param name="text">For <see cref="Text"/>: <see cref="MaxTextLength"/> bytes that others may use between two looks at it.</param>
    public JsonReader(byte[] text)
    {
        Text = text;
    }

    /// <summary>Where in the text the key of the member stands, as it stands there, escapes and all.</summary>
    public int KeyStart { get; private set; }

    /// <summary>Its length in bytes.</summary>
    public int KeyLength { get; private set; }

    /// <summary>What its value is.</summary>
    public JsonKind Kind { get; private set; }

    /// <summary>The value, if it is a <see cref="JsonKind.Whole"/>.</summary>
    public long Number { get; private set; }

    /// <summary>The value without its escapes, if it is a <see cref="JsonKind.Text"/>.</summary>
    public byte[] Text { get; }

    /// <summary>Length of <see cref="Text"/>; above <see cref="MaxTextLength"/>: only so much of it was kept.</summary>
    public int TextLength { get; private set; }

    /// <summary>The text is no flat object.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Begins a text.</summary>
    /// <param name="text">It must stay as it is while it is read.</param>
    /// <param name="count">Its length, bytes.</param>
    public void Begin(byte[] text, int count)
    {
        _text = text;
        _at = 0;
        _end = count;
        _isFirst = true;
        IsBroken = !TakeAfterSpace('{');
    }

    /// <summary>Reads the next member.</summary>
    /// <returns>False: there is none, for the object has ended well, or it <see cref="IsBroken"/>.</returns>
    public bool Next()
    {
        if (IsBroken)
        {
            return false;
        }

        if (TakeAfterSpace('}'))
        {
            SkipSpace();
            IsBroken = _at < _end;
            return false;
        }

        IsBroken = !(_isFirst || TakeAfterSpace(',')) || !TakeKey() || !TakeAfterSpace(':') || !TakeValue();
        _isFirst = false;
        return !IsBroken;
    }

    private bool TakeKey()
    {
        if (!TakeAfterSpace('"'))
        {
            return false;
        }

        KeyStart = _at;
        bool isGood = TakeText();
        KeyLength = _at - 1 - KeyStart;
        return isGood;
    }

    private bool TakeValue()
    {
        SkipSpace();
        int code = Peek();
        if (code == '"')
        {
            _at++;
            Kind = JsonKind.Text;
            return TakeText();
        }

        if (code == '-' || Ascii.IsDigit(code))
        {
            return TakeNumber();
        }

        return TakeWord(WebText.True, JsonKind.True) || TakeWord(WebText.False, JsonKind.False) || TakeWord(WebText.Null, JsonKind.Null);
    }

    private bool TakeWord(WebText word, JsonKind kind)
    {
        int length = WebTexts.Length(word);
        if (_end - _at < length || !WebTexts.Is(word, _text, _at, length))
        {
            return false;
        }

        _at += length;
        Kind = kind;
        return true;
    }

    // Behind the quote that begins it, to the one that ends it.
    private bool TakeText()
    {
        TextLength = 0;
        while (true)
        {
            KeepPlain();
            int code = Peek();
            if (code < ' ')
            {
                return false;
            }

            _at++;
            if (code == '"')
            {
                return true;
            }

            if (!TakeEscape())
            {
                return false;
            }
        }
    }

    // To what is not kept as it is. Each byte of a body passes here.
    private void KeepPlain()
    {
        byte[] text = _text;
        byte[] kept = Text;
        int at = _at;
        int end = _end;
        int length = TextLength;
        while (at < end)
        {
            int code = text[at];
            if (code < ' ' || code == '"' || code == '\\')
            {
                break;
            }

            if (length < MaxTextLength)
            {
                kept[length] = (byte)code;
            }

            length++;
            at++;
        }

        _at = at;
        TextLength = length;
    }

    private void Keep(int code)
    {
        if (TextLength < MaxTextLength)
        {
            Text[TextLength] = (byte)code;
        }

        TextLength++;
    }

    private bool TakeAfterSpace(char wanted)
    {
        SkipSpace();
        return Take(wanted);
    }

    private bool Take(char wanted)
    {
        bool isThere = Peek() == wanted;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private void SkipSpace()
    {
        int code = Peek();
        while (code == ' ' || code == '\t' || code == '\n' || code == '\r')
        {
            _at++;
            code = Peek();
        }
    }

    // -1 behind the end: it is no character.
    private int Peek() => _at < _end ? _text[_at] : -1;
}
