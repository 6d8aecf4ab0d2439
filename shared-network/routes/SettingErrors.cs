using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>What is wrong with a request to change settings: the first few errors, each with its key as it was written.</summary>
internal sealed class SettingErrors
{
    /// <summary>How many are kept: all of them must go into the first piece of the answer, while the request is still there.</summary>
    public const int Capacity = 4;

    /// <summary>A key that is longer is not repeated, bytes.</summary>
    private const int MaxKeyLength = 32;

    private readonly int[] _starts = new int[Capacity];
    private readonly int[] _lengths = new int[Capacity];
    private readonly byte[] _kinds = new byte[Capacity];
    private readonly byte[] _rows = new byte[Capacity];
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
            _kinds[Count] = (byte)error;
            _rows[Count] = (byte)row;
            _starts[Count] = start;
            _lengths[Count++] = length;
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
        bool isConflict = _kinds[index] == (byte)SettingError.Conflict;
        if (isConflict)
        {
            json.Text(SettingTable.Keys, _rows[index]);
        }
        else
        {
            json.PlainText(_body, _starts[index], _lengths[index] <= MaxKeyLength ? _lengths[index] : 0);
        }

        json.Key(WebText.Text);
        json.OpenText();
        WriteReason((SettingError)_kinds[index], (SettingId)_rows[index], json);
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
            case SettingError.Conflict:
                json.Raw(WebText.Contradicts);
                json.Raw(SettingTable.Keys, (int)SettingRules.HigherThan(row));
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
                json.Raw(SettingTable.Words, SettingTable.Choice(row, i));
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
            json.Raw(SettingTable.Words, SettingTable.Unit(row));
        }
    }
}
