namespace ValenceNano.Model;

/// <summary>What the number is that <see cref="Readings.Fetch"/> fetches.</summary>
public enum ReadingForm
{
    /// <summary>A number in the unit of its key.</summary>
    Number,

    /// <summary>A number that only grows, until its counters are reset or the program starts anew.</summary>
    Total,

    /// <summary>1: true; 0: false.</summary>
    Flag,

    /// <summary>The place, 0.., of one of its words.</summary>
    Choice,

    /// <summary>One bit for each of its words, the lowest for the first.</summary>
    Set,

    /// <summary>A text: <see cref="Readings.CopyText"/> has it, and nothing is fetched for it.</summary>
    Text,

    /// <summary>A time of day: ms since 1 January 1970, UTC.</summary>
    Time,
}
