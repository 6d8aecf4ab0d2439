using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace ValenceNano.Desktop;

/// <summary>Times as a number in a column: seconds with a fraction, or whole ms, us or ns.</summary>
/// <param name="separator">What stands between columns.</param>
/// <param name="column">Which column, from 0.</param>
/// <param name="unitMs">How many ms one is.</param>
/// <param name="stepMs">The smallest step, ms: 1000 for whole seconds.</param>
public sealed class NumberLineTime(byte separator, int column, double unitMs, int stepMs) : ILineTime
{
    private static readonly SearchValues<byte> Openings = SearchValues.Create(" \t\"([<@+"u8);

    private double? _first;

    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"times in column {column + 1}, {UnitName}");

    /// <inheritdoc/>
    public int StepMs => stepMs;

    private string UnitName => unitMs switch { > 100 => "s", > 0.1 => "ms", > 0.0001 => "us", _ => "ns" };

    /// <inheritdoc/>
    public long? Read(ReadOnlySpan<byte> text, out int first, out int behind)
    {
        if (!TryRead(text, separator, column, out double value, out first, out behind))
        {
            return null;
        }

        _first ??= value;
        double ms = (value - _first.Value) * unitMs;
        return Math.Abs(ms) < long.MaxValue / 2 ? (long)Math.Floor(ms + 1e-6) : null;
    }

    /// <summary>Reads the number in a column: <c>12</c>, <c>-0.5</c>, <c>1.2e-05</c>, in brackets, quotes or with its unit too.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, byte separator, int column, out double value, out int start, out int end)
    {
        value = 0;
        if (!LinePart.TryFind(text, separator, column, out start, out end))
        {
            return false;
        }

        ReadOnlySpan<byte> field = text[start..end];
        int first = field.IndexOfAnyExcept(Openings);
        if (first < 0 || !Utf8Parser.TryParse(field[first..], out value, out int used) || !double.IsFinite(value))
        {
            return false;
        }

        // Its unit, or the end of the stretch that it is the start of, or nothing.
        ReadOnlySpan<byte> rest = field[(first + used)..].TrimEnd(" \t\r\"):]>;,"u8);
        if (rest.Length > 1 && rest[0] == ',' && Utf8Parser.TryParse(rest[1..], out long decimals, out int digits) && digits == rest.Length - 1)
        {
            // A decimal comma.
            value += decimals / Math.Pow(10, digits);
            return true;
        }

        return rest.Length == 0 || rest is [(byte)'s'] or [_, (byte)'s'] || (rest[0] == '-' && rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0);
    }
}
