using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>The small requests that are no settings: what time it is, counters to begin anew, a battery to forget.</summary>
internal sealed class OwnerRequest
{
    private const int MaxOffsetMinutes = 24 * 60;

    // From 2024, before which there is no such page, until 2100, before which dates are written.
    private const long MinUtcMs = 1704067200000;
    private const long EndUtcMs = 4102444800000;

    private readonly Monitor _monitor;
    private readonly DeviceFacts _facts;
    private readonly JsonReader _reader;

    /// <summary>Makes one that does it to this monitor.</summary>
    public OwnerRequest(Monitor monitor, DeviceFacts facts, JsonReader reader)
    {
        _monitor = monitor;
        _facts = facts;
        _reader = reader;
    }

    /// <summary>Takes the time, unless the product has a clock of its own.</summary>
    /// <returns>False: the request is no such thing, or the time cannot be: it is not of 2024 to 2099.</returns>
    public bool SetTime(byte[] body, int count, long nowMs)
    {
        long utcMs = -1;
        long offset = 0;
        _reader.Begin(body, count);
        while (_reader.Next())
        {
            if (_reader.Kind == JsonKind.Whole && IsKey(WebText.UtcMs, body))
            {
                utcMs = _reader.Number;
            }
            else if (_reader.Kind == JsonKind.Whole && IsKey(WebText.OffsetMinutes, body))
            {
                offset = _reader.Number;
            }
        }

        if (_reader.IsBroken || utcMs < MinUtcMs || utcMs >= EndUtcMs || offset < -MaxOffsetMinutes || offset > MaxOffsetMinutes)
        {
            return false;
        }

        if (!_facts.HasClock)
        {
            _monitor.Logbook.Wall.Set(utcMs, (int)offset, nowMs);
        }

        return true;
    }

    /// <summary>Lets counters begin anew.</summary>
    /// <returns>False: the request is no such thing.</returns>
    public bool Reset(byte[] body, int count, long nowMs)
    {
        if (!TakeOnlyText(body, count) || !IsKey(WebText.What, body))
        {
            return false;
        }

        if (IsText(WebText.Energy))
        {
            _monitor.Logbook.ResetEnergy(nowMs);
        }
        else if (IsText(WebText.Extremes))
        {
            _monitor.Logbook.ResetExtremes();
        }
        else if (IsText(WebText.Health))
        {
            _monitor.Logbook.ResetHealth();
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Forgets a battery that is not there any more.</summary>
    /// <returns>False: the request is no such thing, or there is no such battery.</returns>
    public bool Forget(byte[] body, int count)
    {
        byte[] serial = _monitor.WorkSpace;
        return TakeOnlyText(body, count)
            && ReadingTable.IsKey(ReadingId.SerialHex, body, _reader.KeyStart, _reader.KeyLength)
            && _reader.TextLength == 2 * MessageFormat.SerialLength
            && Ascii.TakeHex(_reader.Text, 0, serial, MessageFormat.SerialLength) && _monitor.Bus.Batteries.Forget(serial);
    }

    // Its key and its text are to be looked at still.
    private bool TakeOnlyText(byte[] body, int count)
    {
        _reader.Begin(body, count);
        bool isIt = _reader.Next() && _reader.Kind == JsonKind.Text;
        int length = _reader.TextLength;
        return isIt && !_reader.Next() && !_reader.IsBroken && length <= JsonReader.MaxTextLength;
    }

    private bool IsKey(WebText key, byte[] body) => WebTexts.Is(key, body, _reader.KeyStart, _reader.KeyLength);

    private bool IsText(WebText text) => WebTexts.Is(text, _reader.Text, 0, _reader.TextLength);
}
