using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>
/// A request to change settings: everything is judged before anything is changed. Some members are read at each call, since a byte of them
/// costs some thirty instructions.
/// </summary>
internal sealed class SettingsRequest
{
    private const int MembersAtOnce = 4;
    private const int SerialDigits = 2 * MessageFormat.SerialLength;

    private readonly Monitor _monitor;
    private readonly JsonReader _reader;

    // By setting, while a request is judged: to which number or choice it is to be changed, and a bit of those that are.
    private readonly int[] _staged = new int[(int)SettingId.Count];
    private long _isStaged;
    private int _names;
    private bool _isUnderWay;
    private bool _isJudged;

    /// <summary>Makes one that changes the settings of a product.</summary>
    /// <param name="monitor">Which.</param>
    /// <param name="reader">For its work, as others may have it.</param>
    public SettingsRequest(Monitor monitor, JsonReader reader)
    {
        _monitor = monitor;
        _reader = reader;
    }

    /// <summary>What is wrong with the last request.</summary>
    public SettingErrors Errors { get; } = new();

    /// <summary>Goes on with a request.</summary>
    /// <param name="body">The request's body.</param>
    /// <param name="count">Its length, bytes.</param>
    /// <returns>True: it is done; with no <see cref="Errors"/> everything is changed, else nothing.</returns>
    public bool Work(byte[] body, int count)
    {
        if (!_isUnderWay)
        {
            Begin(body, count);
        }

        for (int i = 0; i < MembersAtOnce; i++)
        {
            if (_reader.Next())
            {
                Take(body);
            }
            else if (IsDone(body, count))
            {
                _isUnderWay = false;
                return true;
            }
        }

        return false;
    }

    private Settings Settings => _monitor.Settings;

    private void Begin(byte[] body, int count)
    {
        _isUnderWay = true;
        _isJudged = false;
        _names = 0;
        _isStaged = 0;
        Errors.Begin(body);
        _reader.Begin(body, count);
    }

    // The first time through everything is judged; the second time the texts are set, which are nowhere else than in the request.
    private bool IsDone(byte[] body, int count)
    {
        if (_reader.IsBroken)
        {
            Errors.Add(SettingError.NotJson, SettingId.Count, 0, 0);
        }

        if (_isJudged || Errors.Count > 0 || !AreNumbersSet())
        {
            return true;
        }

        _isJudged = true;
        _reader.Begin(body, count);
        return false;
    }

    private void Take(byte[] body)
    {
        int start = _reader.KeyStart;
        int length = _reader.KeyLength;
        SettingId id = SettingTable.Find(body, start, length);
        SettingError error = id != SettingId.Count ? Take(id) : IsNameKey(body, start, length) ? TakeName() : SettingError.UnknownKey;
        if (error != SettingError.None)
        {
            Errors.Add(error, id, start, length);
        }
    }

    private SettingError Take(SettingId id)
    {
        JsonReader reader = _reader;
        switch (SettingTable.Form(id))
        {
            case SettingForm.Number:
                bool isInRange = reader.Kind == JsonKind.Whole && reader.Number >= SettingTable.Min(id) && reader.Number <= SettingTable.Max(id);
                return isInRange ? Stage(id, (int)reader.Number) : SettingError.OutOfRange;
            case SettingForm.Choice:
                bool isWord = reader.Kind == JsonKind.Text && reader.TextLength <= JsonReader.MaxTextLength;
                int choice = isWord ? SettingTable.FindChoice(id, reader.Text, 0, reader.TextLength) : -1;
                return choice >= 0 ? Stage(id, choice) : SettingError.OutOfRange;
            default:
                return TakeText(id);
        }
    }

    private SettingError Stage(SettingId id, int value)
    {
        _isStaged |= 1L << (int)id;
        _staged[(int)id] = value;
        return SettingError.None;
    }

    private SettingError TakeText(SettingId id)
    {
        if (_isJudged)
        {
            Settings.SetText(id, _reader.Text, 0, _reader.TextLength);
            return SettingError.None;
        }

        bool isLong = _reader.TextLength < SettingTable.Min(id) || _reader.TextLength > SettingTable.Max(id);
        return isLong || !IsPlainText() ? SettingError.OutOfRange : SettingError.None;
    }

    // A battery that has a name needs no other place for another one, and one that is there takes the place of one that is gone.
    private SettingError TakeName()
    {
        byte[] serial = _monitor.WorkSpace;
        BatteryNames names = Settings.Names;
        bool isNew = _reader.TextLength > 0 && !names.IsNamed(serial);
        if (_isJudged)
        {
            if (isNew)
            {
                Settings.MakeRoomForName(_monitor.Bus.Batteries);
            }

            Settings.SetName(serial, 0, _reader.Text, 0, _reader.TextLength);
            return SettingError.None;
        }

        if (_reader.TextLength > BatteryNames.MaxLength || !IsPlainText())
        {
            return SettingError.OutOfRange;
        }

        _names += isNew ? 1 : 0;
        bool isRoom = !isNew || names.Count + _names <= BatteryNames.Capacity || _monitor.Bus.Batteries.FindSerial(serial, 0) != null;
        return isRoom ? SettingError.None : SettingError.NoRoomForName;
    }

    private bool IsPlainText() =>
        _reader.Kind == JsonKind.Text && _reader.TextLength <= JsonReader.MaxTextLength && TextRules.IsPlain(_reader.Text, 0, _reader.TextLength);

    private bool IsNameKey(byte[] body, int start, int length)
    {
        int prefix = WebTexts.Length(WebText.NameKey);
        return length == prefix + SerialDigits && Ascii.Begins(WebText.NameKey, body, start, prefix)
            && Ascii.TakeHex(body, start + prefix, _monitor.WorkSpace, MessageFormat.SerialLength);
    }

    // All at once, so that nobody sees half of them. If two contradict each other they are as before again.
    private bool AreNumbersSet()
    {
        Exchange();
        SettingId lower = SettingRules.FindConflict(Settings);
        if (lower == SettingId.Count)
        {
            return true;
        }

        Exchange();
        Errors.Add(SettingError.Conflict, lower, 0, 0);
        return false;
    }

    private void Exchange()
    {
        for (int row = 0; row < _staged.Length; row++)
        {
            if ((_isStaged >> row & 1) != 0)
            {
                var id = (SettingId)row;
                int before = Settings.Get(id);
                Settings.Set(id, _staged[row]);
                _staged[row] = before;
            }
        }
    }
}
