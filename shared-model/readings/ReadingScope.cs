using System;

namespace ValenceNano.Model;

/// <summary>What a reading is of. A reading can be of several, and <see cref="Readings.Fetch"/> is told of which it is wanted.</summary>
[Flags]
public enum ReadingScope
{
    /// <summary>Of all batteries together.</summary>
    Bank = 1,

    /// <summary>Of one battery, as one value.</summary>
    Battery = 2,

    /// <summary>Of each of a battery's four cell groups.</summary>
    Cell = 4,

    /// <summary>Of each of a battery's two circuit-board sensors.</summary>
    Board = 8,

    /// <summary>Of what happens on the bus.</summary>
    Bus = 16,

    /// <summary>It stands in a data reply, or follows from that reply alone.</summary>
    Reply = 32,

    /// <summary>Of one raised alarm.</summary>
    Alarm = 64,
}
