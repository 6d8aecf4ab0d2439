namespace ValenceNano.Network;

/// <summary>How what stands behind a backslash is read.</summary>
public sealed partial class JsonReader
{
    private bool TakeEscape()
    {
        int code = Peek();
        int meant = code switch
        {
            '"' or '\\' or '/' => code,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => -1,
        };
        if (meant >= 0)
        {
            _at++;
            Keep(meant);
            return true;
        }

        return code == 'u' && TakeUnicode();
    }

    // A character beyond the first 65536 comes as two halves. A half that is alone is kept as what is no UTF-8, for whoever judges the text.
    private bool TakeUnicode()
    {
        _at++;
        int code = HexCode();
        int behind = _at;
        if (code >= 0xD800 && code < 0xDC00 && Take('\\') && Take('u'))
        {
            int low = HexCode();
            if (low >= 0xDC00 && low < 0xE000)
            {
                KeepUtf8(0x10000 + ((code - 0xD800) << 10) + low - 0xDC00);
                return true;
            }
        }

        _at = behind;
        if (code >= 0)
        {
            KeepUtf8(code);
        }

        return code >= 0;
    }

    // Four hex digits; -1: they are none.
    private int HexCode()
    {
        int code = 0;
        for (int i = 0; i < 4; i++)
        {
            int digit = Ascii.HexValue(Peek());
            if (digit < 0)
            {
                return -1;
            }

            code = (code << 4) | digit;
            _at++;
        }

        return code;
    }

    private void KeepUtf8(int code)
    {
        if (code < 0x80)
        {
            Keep(code);
            return;
        }

        if (code < 0x800)
        {
            Keep(0xC0 | (code >> 6));
        }
        else
        {
            if (code < 0x10000)
            {
                Keep(0xE0 | (code >> 12));
            }
            else
            {
                Keep(0xF0 | (code >> 18));
                Keep(0x80 | ((code >> 12) & 0x3F));
            }

            Keep(0x80 | ((code >> 6) & 0x3F));
        }

        Keep(0x80 | (code & 0x3F));
    }
}
