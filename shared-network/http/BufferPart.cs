namespace ValenceNano.Network;

/// <summary>A part of a buffer, its start and its length in one number: on the device one field of each connection instead of two.</summary>
internal static class BufferPart
{
    /// <summary>There is none; its length is -1.</summary>
    public const int None = -1;

    private const int StartShift = 16;
    private const int LengthMask = 0x7FFF;

    /// <summary>Makes it of a start and a length, each 0..32767.</summary>
    public static int Of(int start, int length) => (start << StartShift) | length;

    /// <summary>Where it begins.</summary>
    public static int Start(int part) => part >> StartShift;

    /// <summary>How long it is.</summary>
    public static int Length(int part) => part < 0 ? -1 : part & LengthMask;
}
