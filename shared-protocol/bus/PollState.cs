namespace ValenceNano.Protocol;

/// <summary>What a master knows of its polls of one battery, beyond what a <see cref="Battery"/> shows.</summary>
internal sealed class PollState
{
    private int _generation;

    /// <summary>
    /// Its identity was asked for since it answered again. A battery that does not say it then, and goes on answering, is
    /// believed.
    /// </summary>
    public bool WasAskedAgain { get; set; }

    /// <summary>It has answered at least once: it is no ghost of a corrupt serial.</summary>
    public bool HasAnswered { get; set; }

    /// <summary>Polls in a row that brought something, but a corrupt reply or another battery's.</summary>
    public int CorruptPolls { get; set; }

    /// <summary>Makes it that of this battery; what was known of another that had the same place is forgotten.</summary>
    public void Follow(Battery battery)
    {
        if (_generation != battery.Generation)
        {
            _generation = battery.Generation;
            WasAskedAgain = false;
            HasAnswered = false;
            CorruptPolls = 0;
        }
    }
}
