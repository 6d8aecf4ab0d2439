namespace ValenceNano.Display;

/// <summary>Small pictures for <see cref="Canvas.Icon"/>: where each begins in the table. Their art is <c>fonts/icons.txt</c>.</summary>
public static class Icons
{
    /// <summary>Columns and rows of a small icon.</summary>
    public const int SmallSize = 8;

    /// <summary>Columns and rows of a large icon.</summary>
    public const int LargeSize = 16;

    /// <summary>Columns of <see cref="Percent"/>.</summary>
    public const int PercentWidth = 14;

    /// <summary>Columns of <see cref="Battery"/>.</summary>
    public const int BatteryWidth = 20;

    /// <summary>zZ: the battery is asleep. 8x8.</summary>
    public const int Asleep8 = Art.Icons;

    /// <summary>A triangle with an exclamation mark: an alarm. 8x8.</summary>
    public const int Alarm8 = Art.Icons + 10;

    /// <summary>A flash: the battery is being charged. 16x16.</summary>
    public const int Charging16 = Art.Icons + 20;

    /// <summary>An arrow out of a case: the battery is being discharged. 16x16.</summary>
    public const int Discharging16 = Art.Icons + 54;

    /// <summary>zZ: the battery is asleep. 16x16.</summary>
    public const int Asleep16 = Art.Icons + 88;

    /// <summary>A triangle with an exclamation mark: an alarm. 16x16.</summary>
    public const int Alarm16 = Art.Icons + 122;

    /// <summary>The percent sign beside the big digits, on their base line: 14x32, without a gap beside it.</summary>
    public const int Percent = Art.Icons + 156;

    /// <summary>The empty battery beside the big digits: 20x32. <see cref="Canvas.Battery"/> draws it with its level.</summary>
    public const int Battery = Art.Icons + 214;
}
