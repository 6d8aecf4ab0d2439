using ValenceNano.Model;

namespace ValenceNano.Display;

/// <summary>The characters that the small and the middle font have beside ASCII 32 to 126, as they stand in a text's bytes.</summary>
public static class Glyph
{
    /// <summary>How many characters the fonts have, from the space on.</summary>
    public const int Count = EmptyDot - ' ' + 1;

    /// <summary>The number of the big font's minus sign, behind the digits.</summary>
    private const int BigMinus = 10;

    /// <summary>The number of a glyph in the big font, from its number in the others.</summary>
    internal static int BigOf(int number)
    {
        int digit = number - ('0' - ' ');
        return digit >= 0 && digit < BigMinus ? digit : BigMinus;
    }

    /// <summary>Those behind ASCII in the order of their codes, from <see cref="Degree"/> on.</summary>
    public const string BehindAscii = "°Ω↑↓←→●○";

    /// <summary>The degree sign.</summary>
    public const byte Degree = TextLine.Degree;

    /// <summary>The sign of ohm.</summary>
    public const byte Ohm = 128;

    /// <summary>An arrow up.</summary>
    public const byte Up = 129;

    /// <summary>An arrow down.</summary>
    public const byte Down = 130;

    /// <summary>An arrow to the left.</summary>
    public const byte Left = 131;

    /// <summary>An arrow to the right.</summary>
    public const byte Right = 132;

    /// <summary>A filled dot.</summary>
    public const byte FilledDot = 133;

    /// <summary>An empty dot.</summary>
    public const byte EmptyDot = 134;
}
