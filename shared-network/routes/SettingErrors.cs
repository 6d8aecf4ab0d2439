using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>What is wrong with a request to change settings: the first few errors, each with its key as it was written.</summary>
internal sealed class SettingErrors
{
    /// <summary>How many are kept: all of them must go into the first piece of the answer, while the request is still there.</summary>
    public const int Capacity = 4;

    /// <summary>A key that is longer is not repeated, bytes.</summary>
    private const int MaxKeyLength = 32;

    // The columns of a row.
    private const int KindColumn = 0;
    private const int SettingColumn = 1;
    private const int StartColumn = 2;
    private const int LengthColumn = 3;
    private const int Columns = 4;

    private readonly int[] _table = new int[Capacity * Columns];
    private byte[] _body;

    /// <summary>How many there are, as far as they are kept.</summary>
    public int Count { get; private set; }

    /// <summary>None, of a request with this body.</summary>
    public void Begin(byte[] body)
    {
        _body = body;
        Count = 0;
    }

    /// <summary>Keeps one, if there is room.</summary>
    /// <param name="error">What is wrong.</param>
    /// <param name="row">With which setting; Count: a battery's name, or none.</param>
    /// <param name="start">Where in the body its key is.</param>
    /// <param name="length">How long the key is, bytes.</param>
    public void Add(SettingError error, SettingId row, int start, int length)
    {
        if (Count < Capacity)
        {
            int at = Columns * Count++;
            _table[at + KindColumn] = (int)error;
            _table[at + SettingColumn] = (int)row;
            _table[at + StartColumn] = start;
            _table[at + LengthColumn] = length;
        }
    }

    /// <summary>
    /// Writes them all at once, as long as their keys are still there: some 400 bytes, for which the first piece of an answer always has room.
    /// </summary>
    public void Write(HttpAnswer answer, JsonWriter json)
    {
        json.Raw(WebText.Errors);
        for (int index = 0; index < Count; index++)
        {
            WriteError(index, json);
        }

        json.Raw(WebText.ListEnd);
        answer.End();
    }

    private void WriteError(int index, JsonWriter json)
    {
        json.Separate(index > 0);
        json.OpenObject();
        json.Key(WebText.Key);
        int at = Columns * index;
        var error = (SettingError)_table[at + KindColumn];
        var row = (SettingId)_table[at + SettingColumn];
        int length = _table[at + LengthColumn];
        if (error == SettingError.Conflict)
        {
            json.Text(SettingTable.Texts, SettingTable.Key(row));
        }
        else
        {
            int start = _table[at + StartColumn];
            json.PlainText(_body, start, length <= MaxKeyLength && TextRules.IsPlain(_body, start, length) ? length : 0);
        }

        json.Key(WebText.Text);
        json.OpenText();
        WriteReason(error, row, json);
        json.EndText();
        json.CloseObject();
    }

    private static void WriteReason(SettingError error, SettingId row, JsonWriter json)
    {
        switch (error)
        {
            case SettingError.NotJson:
                json.Raw(WebText.NotJson);
                break;
            case SettingError.UnknownKey:
                json.Raw(WebText.UnknownKey);
                break;
            case SettingError.NoRoomForName:
                json.Raw(WebText.NamesOf);
                json.Digits(BatteryNames.Capacity);
                json.Raw(WebText.OtherBatteries);
                break;
            case SettingError.Conflict:
                json.Raw(WebText.Contradicts);
                json.Raw(SettingTable.Texts, SettingTable.Key(SettingRules.HigherThan(row)));
                break;
            default:
                WriteRange(row, json);
                break;
        }
    }

    private static void WriteRange(SettingId row, JsonWriter json)
    {
        if (row == SettingId.Count || SettingTable.IsText(row))
        {
            json.Raw(WebText.TextOfAtMost);
            json.Digits(row == SettingId.Count ? BatteryNames.MaxLength : SettingTable.Max(row));
            json.Raw(WebText.Bytes);
        }
        else if (SettingTable.Form(row) == SettingForm.Choice)
        {
            json.Raw(WebText.OneOf);
            for (int i = 0; i < SettingTable.ChoiceCount(row); i++)
            {
                json.Separate(i > 0);
                json.Raw(SettingTable.Texts, SettingTable.Choice(row, i));
            }
        }
        else
        {
            json.Raw(WebText.WholeNumber);
            json.BeginText();
            json.Number(SettingTable.Min(row));
            json.Raw(WebText.To);
            json.BeginText();
            json.Number(SettingTable.Max(row));
            json.Raw((byte)' ');
            json.Raw(SettingTable.Texts, SettingTable.Unit(row));
        }
    }
}
