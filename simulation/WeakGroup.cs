using System.Globalization;

namespace ValenceNano.Simulation;

/// <summary>A cell group that holds less than the others.</summary>
/// <param name="Battery">The battery's number on the screen, 1..16.</param>
/// <param name="Group">The group, 1..4.</param>
/// <param name="Percent">What it holds of the label's capacity, 10..100.</param>
public sealed record WeakGroup(int Battery, int Group, int Percent)
{
    /// <summary>Reads <c>B.C:PERCENT</c>; null if it is none.</summary>
    public static WeakGroup? Parse(string text)
    {
        string[] parts = text.Split('.', ':');
        bool isWhole = text.IndexOf('.') < text.IndexOf(':') && parts.Length == 3;
        if (isWhole
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int battery)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int group)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int percent)
            && battery is >= 1 and <= 16 && group is >= 1 and <= 4 && percent is >= 10 and <= 100)
        {
            return new WeakGroup(battery, group, percent);
        }

        return null;
    }
}
