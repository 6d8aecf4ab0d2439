using ValenceNano.Display;

namespace ValenceNano.Firmware;

/// <summary>
/// Makes events of a button's bouncing contact, told when it is let go: until then whoever holds it can still choose. It reads no pin and no
/// clock: <see cref="Update"/> is given both.
/// </summary>
public sealed class Button
{
    /// <summary>How long the contact must rest before it is believed, ms: small push-buttons bounce for up to 10 to 20.</summary>
    public const int DebounceMs = 30;

    /// <summary>From how long on a press is a long one, ms: a deliberate short one takes up to half a second.</summary>
    public const int LongMs = 800;

    /// <summary>From how long on it asks for set-up, ms.</summary>
    public const int SetUpMs = 5000;

    /// <summary>From how long on it asks for everything to be forgotten, ms.</summary>
    public const int ResetMs = 15000;

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

    /// <summary>What it asks for if it is let go now; <see cref="ButtonEvent.None"/> unless it is held for long.</summary>
    public ButtonEvent Held { get; private set; }

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
            return _isDown ? OnDown(restedMs) : OnUp(restedMs);
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

    private ButtonEvent OnUp(long downMs)
    {
        Held = ButtonEvent.None;
        ButtonEvent meant = _isToldAlready ? ButtonEvent.None : MeaningOf(downMs);
        _awaitsSecond = !_isToldAlready && meant == ButtonEvent.None;
        return meant;
    }

    private ButtonEvent OnRest(long restedMs)
    {
        if (_isDown && !_isToldAlready)
        {
            Held = MeaningOf(restedMs);
        }

        if (!_isDown && _awaitsSecond && restedMs >= DoubleMs)
        {
            _awaitsSecond = false;
            return ButtonEvent.Short;
        }

        return ButtonEvent.None;
    }

    // None: it is a short one.
    private static ButtonEvent MeaningOf(long downMs) =>
        downMs >= ResetMs ? ButtonEvent.Reset : downMs >= SetUpMs ? ButtonEvent.SetUp : downMs >= LongMs ? ButtonEvent.Long : ButtonEvent.None;
}
