namespace ValenceNano.Protocol;

/// <summary>
/// What a master knows of its polls of each battery, beyond what a <see cref="Battery"/> shows. Tables by
/// <see cref="Battery.Place"/>, for sixteen objects would take a kilobyte of the device's memory.
/// </summary>
internal sealed class PollStates
{
    private readonly short[] _generations = new short[BatteryList.Capacity];
    private readonly byte[] _corruptPolls = new byte[BatteryList.Capacity];

    // A bit for each place.
    private int _askedAgain;
    private int _answered;

    /// <summary>
    /// Its identity was asked for since it answered again. A battery that does not say it then, and goes on answering, is
    /// believed.
    /// </summary>
    public bool WasAskedAgain(Battery battery) => (_askedAgain & BitOf(battery)) != 0;

    /// <summary>It has answered at least once: it is no ghost of a corrupt serial.</summary>
    public bool HasAnswered(Battery battery) => (_answered & BitOf(battery)) != 0;

    /// <summary>Tells whether it is being asked for its identity.</summary>
    public void SetAskedAgain(Battery battery, bool isAsked)
    {
        int bit = BitOf(battery);
        _askedAgain = isAsked ? _askedAgain | bit : _askedAgain & ~bit;
    }

    /// <summary>It has answered with something whole.</summary>
    public void OnAnswered(Battery battery) => _answered |= BitOf(battery);

    /// <summary>It has sent what it should.</summary>
    public void OnSound(Battery battery) => _corruptPolls[battery.Place] = 0;

    /// <summary>A poll has brought nothing whole; <paramref name="heard"/>: but something.</summary>
    /// <returns>Polls in a row that brought something, but a corrupt reply or another battery's, to 255.</returns>
    public int OnMiss(Battery battery, bool heard)
    {
        int bit = BitOf(battery);
        int polls = heard ? Telemetry.Min(_corruptPolls[battery.Place] + 1, byte.MaxValue) : 0;
        _corruptPolls[battery.Place] = (byte)polls;
        _askedAgain &= heard ? -1 : ~bit;
        return polls;
    }

    // What was known of another battery that had the same place is forgotten.
    private int BitOf(Battery battery)
    {
        int place = battery.Place;
        int bit = 1 << place;
        if (_generations[place] != battery.Generation)
        {
            _generations[place] = (short)battery.Generation;
            _corruptPolls[place] = 0;
            _askedAgain &= ~bit;
            _answered &= ~bit;
        }

        return bit;
    }
}
