using ValenceNano.Display;

namespace ValenceNano.Firmware;

/// <summary>Makes events of a button's bouncing contact. It reads no pin and no clock: <see cref="Update"/> is given both.</summary>
public sealed class Button
{
    /// <summary>How long the contact must rest before it is believed, ms: small push-buttons bounce for up to 10 to 20.</summary>
    public const int DebounceMs = 30;

    /// <summary>From how long on a press is a long one, ms: a deliberate short one takes up to half a second.</summary>
    public const int LongMs = 800;

    /// <summary>
    /// How soon behind a short press the second one of a double press must begin, ms. A short press can only be told
    /// when this time is over, so it is as short as an unhurried hand allows.
    /// </summary>
    public const int DoubleMs = 350;

    private bool _contact;
    private long _contactMs;
    private bool _isDown;
    private long _edgeMs;
    private bool _isToldAlready;
    private bool _awaitsSecond;

    /// <summary>Takes the contact as it is now. Call it every few ms, and at least every <see cref="DebounceMs"/>.</summary>
    /// <param name="isDown">True: the contact is closed.</param>
    /// <param name="nowMs">The time, ms on a clock that never runs backwards.</param>
    /// <returns>What has just been decided; most of the time <see cref="ButtonEvent.None"/>.</returns>
    public ButtonEvent Update(bool isDown, long nowMs)
    {
        if (isDown != _contact)
        {
            _contact = isDown;
            _contactMs = nowMs;
        }

        if (_contact != _isDown && nowMs - _contactMs >= DebounceMs)
        {
            _isDown = _contact;
            long restedMs = nowMs - _edgeMs;
            _edgeMs = nowMs;
            if (_isDown)
            {
                return OnDown(restedMs);
            }

            _awaitsSecond = !_isToldAlready;
            return ButtonEvent.None;
        }

        return OnRest(nowMs - _edgeMs);
    }

    private ButtonEvent OnDown(long upMs)
    {
        bool isDouble = _awaitsSecond && upMs < DoubleMs;
        ButtonEvent first = _awaitsSecond && !isDouble ? ButtonEvent.Short : ButtonEvent.None;
        _awaitsSecond = false;
        _isToldAlready = isDouble;
        return isDouble ? ButtonEvent.Double : first;
    }

    private ButtonEvent OnRest(long restedMs)
    {
        if (_isDown && !_isToldAlready && restedMs >= LongMs)
        {
            _isToldAlready = true;
            return ButtonEvent.Long;
        }

        if (!_isDown && _awaitsSecond && restedMs >= DoubleMs)
        {
            _awaitsSecond = false;
            return ButtonEvent.Short;
        }

        return ButtonEvent.None;
    }
}
