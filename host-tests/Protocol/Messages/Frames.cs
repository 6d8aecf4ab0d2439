namespace ValenceNano.HostTests.Protocol.Messages;

/// <summary>Single frames of the public log of a genuine display with two batteries, and the worked example of the seed.</summary>
internal static class Frames
{
    public const string Reset = "000300FC0000842B";
    public const string Round = "FF4306064246";
    public const string SlotPoll0 = "FF5006003381";
    public const string SlotPoll5 = "FF500605F382";
    public const string SerialA = "FF701143424231313238313033313850B9";
    public const string SerialB = "FF70114342423131323831303036396349";
    public const string AssignA = "FF411243424231313238313033313802CAEA";
    public const string AssignB = "FF411243424231313238313030363903BB3F";
    public const string Assigned2 = "FF4206021245";
    public const string Assigned3 = "FF420603D385";
    public const string Read2 = "02030029001BD43A";
    public const string Read3 = "03030029001BD5EB";
    public const string Write2 = "0210004B00010200557D24";
    public const string Write3 = "0310004B000102005570B4";

    /// <summary>Not in the log as a whole: the one there has the CRC <c>71BD</c>, two acknowledgements at once again.</summary>
    public const string Written3 = "0310004B0001703D";

    // Every byte pair of the second half is an 0x0A, an 0x0B, an 0x0C or an 0x0D: line feeds and carriage returns.
    public const string Data2 =
        "020336161414130F000004A80050041316141717148000E4000000840000000C0D090D2A3400002A340000FEFE001004000C0D090D0A0D0B0D7A3B";

    public const string Data3 =
        "030336161717160F00100012286001161716171716100082000000820000000D0D0B0D30340000303400002B2B001004000C0D0B0D0D0D0C0DD86F";

    /// <summary>Battery 2 at 93.3 %, 13.352 V and 0.132 A: the worked example.</summary>
    public const string Example2 =
        "020336171515150f000004a8005004151715181815800084000000840000000b0d090d2834000028340000eeee001004000a0d090d0a0d0b0deae4";

    /// <summary>Junk of the log: two acknowledgements at once.</summary>
    public const string Collision = "2232A06BA021FFFF";

    /// <summary>The same, where they differed in their CRCs alone.</summary>
    public const string CollisionInCrc = "0310004B000171BD";

    public static readonly byte[] SerialABytes = "CBB112810318"u8.ToArray();
    public static readonly byte[] SerialBBytes = "CBB112810069"u8.ToArray();

    /// <summary>Every kind of message.</summary>
    public static readonly string[] All =
    [
        Reset, Round, SlotPoll0, SlotPoll5, SerialA, SerialB, AssignA, AssignB, Assigned2, Assigned3, Read2, Read3,
        Data2, Data3, Example2, Write2, Write3, Written3,
    ];
}
