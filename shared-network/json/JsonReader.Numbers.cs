namespace ValenceNano.Network;

/// <summary>How numbers are read.</summary>
public sealed partial class JsonReader
{
    private bool TakeNumber()
    {
        bool isNegative = Take('-');
        int digits = _at;
        long value = TakeDigits();
        // A zero has nothing in front of it but the sign.
        if (_at == digits || (_text[digits] == '0' && _at > digits + 1))
        {
            return false;
        }

        bool isWhole = value <= MaxWhole;
        if (Take('.'))
        {
            isWhole = false;
            if (!HasDigits())
            {
                return false;
            }
        }

        if (Take('e') || Take('E'))
        {
            isWhole = false;
            if (!Take('+'))
            {
                Take('-');
            }

            if (!HasDigits())
            {
                return false;
            }
        }

        Kind = isWhole ? JsonKind.Whole : JsonKind.OtherNumber;
        Number = isWhole ? isNegative ? -value : value : 0;
        return true;
    }

    private bool HasDigits()
    {
        int before = _at;
        TakeDigits();
        return _at > before;
    }

    private long TakeDigits()
    {
        long value = 0;
        while (Ascii.IsDigit(Peek()))
        {
            if (value <= MaxWhole)
            {
                value = (value * 10) + _text[_at] - '0';
            }

            _at++;
        }

        return value;
    }
}
