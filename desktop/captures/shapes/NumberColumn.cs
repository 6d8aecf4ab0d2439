using System.Globalization;
using System.Text;

namespace ValenceNano.Desktop;

/// <summary>The numbers in one column of a sample: are they times, and in which unit?</summary>
public sealed class NumberColumn(byte separator, int column)
{
    /// <summary>What a byte takes on the wire, ms: 10 bits at 115200 baud.</summary>
    private const double ByteMs = 10 * 1000 / 115200.0;

    private static readonly double[] Units = [1000, 1, 1e-3, 1e-6];

    private readonly List<double> _steps = [];
    private double? _last;
    private int _lastLength;
    private int _lines;
    private int _missed;
    private int _back;
    private int _ones;
    private int _offsets;
    private int _bytes;
    private bool _hasFraction;
    private double? _saidUnit;
    private bool _isSaid;

    /// <summary>They go up as times do, and are neither the numbers of the lines nor offsets.</summary>
    public bool IsTime => _steps.Count > 0 && _missed * 5 <= _lines && _back * 50 <= _steps.Count && _steps.Exists(step => step > 0)
        && _ones < _steps.Count && _offsets * 10 < _steps.Count * 9;

    /// <summary>Takes a line without bytes: perhaps it says what the column is.</summary>
    public void TakeOther(ReadOnlySpan<byte> text)
    {
        if (_lines == 0 && LinePart.TryFind(text, separator, column, out int start, out int end))
        {
            string title = Encoding.UTF8.GetString(text[start..end]).ToLowerInvariant();
            _isSaid = title.Contains("time", StringComparison.Ordinal) || title.Contains("zeit", StringComparison.Ordinal);
            _saidUnit = UnitIn(title);
        }
    }

    /// <summary>Takes the number of a line, and how many bytes the line has.</summary>
    public void Take(double value, ReadOnlySpan<byte> text, int length)
    {
        _lines++;
        _bytes += length;
        _hasFraction |= text.IndexOfAny(".,eE"u8) >= 0;
        _saidUnit ??= UnitIn(Encoding.UTF8.GetString(text));
        if (_last is double last)
        {
            double step = value - last;
            _steps.Add(step);
            _back += step < 0 ? 1 : 0;
            _ones += step == 1 ? 1 : 0;
            _offsets += step == _lastLength ? 1 : 0;
        }

        _last = value;
        _lastLength = length;
    }

    /// <summary>A line with bytes has no number here.</summary>
    public void Miss()
    {
        _lines++;
        _missed++;
    }

    /// <summary>Tells which of two columns is the time.</summary>
    public bool IsLikelierThan(NumberColumn other) =>
        _isSaid != other._isSaid ? _isSaid : _hasFraction && !other._hasFraction;

    /// <summary>A reader of these times.</summary>
    public ILineTime Create()
    {
        double unit = Unit();
        return new NumberLineTime(separator, column, unit, unit > 1 && !_hasFraction ? (int)unit : 1);
    }

    // What says nothing of its unit: bytes one by one are a byte's time apart, which tells it.
    private double Unit()
    {
        if (_saidUnit is double said)
        {
            return said;
        }

        double smallest = _steps.Where(step => step > 0).Order().ElementAt(_steps.Count(step => step > 0) / 4);
        if (_bytes < 2 * _lines)
        {
            return Units.MinBy(unit => Math.Abs(Math.Log(smallest * unit / ByteMs)));
        }

        return _last switch
        {
            > 1e17 => 1e-6,
            > 1e14 => 1e-3,
            > 1e11 => 1,
            > 1e9 => 1000,
            _ => _hasFraction ? 1000 : 1,
        };
    }

    private static double? UnitIn(string text)
    {
        string letters = text.TrimEnd(' ', '"', ']', ')', ':', '>', ';', ',');
        int digits = letters.LastIndexOfAny([.. "0123456789. [(_<"]);
        return digits < 0 ? null : letters[(digits + 1)..] switch
        {
            "s" or "sec" or "seconds" => 1000,
            "ms" => 1,
            "us" or "\u00B5s" or "\u03BCs" => 1e-3,
            "ns" => 1e-6,
            _ => null,
        };
    }
}
