using System.Globalization;

namespace ValenceNano.Simulation;

/// <summary>How often a <see cref="FaultPort"/> does what to a message, each 0..100 %.</summary>
public sealed record FaultRates
{
    /// <summary>Rate of a fault that is named without one, %.</summary>
    public const int DefaultPercent = 5;

    /// <summary>The message does not arrive.</summary>
    public int Drop { get; init; }

    /// <summary>One of its bits is turned.</summary>
    public int Flip { get; init; }

    /// <summary>Only its beginning arrives.</summary>
    public int Cut { get; init; }

    /// <summary>It arrives in two pieces, 1 to 15 ms apart.</summary>
    public int Split { get; init; }

    /// <summary>It arrives 1 to 200 ms late.</summary>
    public int Delay { get; init; }

    /// <summary>1 to 20 bytes of junk stand before or behind it.</summary>
    public int Junk { get; init; }

    /// <summary>What the product sends comes back to it, as with a transceiver whose receiver is always on.</summary>
    public int Echo { get; init; }

    /// <summary>
    /// Reads a list such as <c>drop,flip:20</c>: names in any order, each with its rate in % behind a colon, or 5 %.
    /// </summary>
    /// <returns>The rates; null if the list cannot be read, with the reason in <paramref name="error"/>.</returns>
    public static FaultRates? Parse(string list, out string error)
    {
        var rates = new FaultRates();
        foreach (string word in list.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] parts = word.Split(':', 2);
            int percent = DefaultPercent;
            if (parts.Length == 2
                && !(int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out percent) && percent <= 100))
            {
                error = $"'{word}': the rate behind the colon is a whole number of percent, 0..100";
                return null;
            }

            switch (parts[0])
            {
                case "drop": rates = rates with { Drop = percent }; break;
                case "flip": rates = rates with { Flip = percent }; break;
                case "cut": rates = rates with { Cut = percent }; break;
                case "split": rates = rates with { Split = percent }; break;
                case "delay": rates = rates with { Delay = percent }; break;
                case "junk": rates = rates with { Junk = percent }; break;
                case "echo": rates = rates with { Echo = percent }; break;
                default:
                    error = $"'{word}': the faults are drop, flip, cut, split, delay, junk and echo";
                    return null;
            }
        }

        error = "";
        return rates;
    }
}
