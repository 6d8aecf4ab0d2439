using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>What happens on the bus: for whoever looks for a fault.</summary>
internal sealed class BusPage(BusMonitor bus)
{
    private const int LeftRight = 57;
    private const int RightColumn = 64;
    private const int MaxHexBytes = 7;

    private static readonly byte[] _starting = Label.Of("Bus starting");
    private static readonly byte[] _listener = Label.Of("Bus listener");
    private static readonly byte[] _master = Label.Of("Bus master");
    private static readonly byte[] _polls = Label.Of("polls");
    private static readonly byte[] _heard = Label.Of("heard");
    private static readonly byte[] _crc = Label.Of("CRC");
    private static readonly byte[] _quiet = Label.Of("quiet");
    private static readonly byte[] _odd = Label.Of("odd");
    private static readonly byte[] _wrong = Label.Of("wrong");
    private static readonly byte[] _junk = Label.Of("junk");
    private static readonly byte[] _round = Label.Of("round");
    private static readonly byte[] _up = Label.Of("up ");
    private static readonly byte[] _version = Label.Of(ProductVersion.Text);
    private static readonly NumberFormat _thousands = new(3, 0);
    private static readonly NumberFormat _tenthsOfMillions = new(6, 1);
    private static readonly NumberFormat _millions = new(6, 0);

    private readonly TextLine _line = new();

    internal void Draw(Canvas canvas, long nowMs)
    {
        canvas.Text(Role(), 0, 0, canvas.Small);
        canvas.TextRight(_version, Layout.Right, 0, canvas.Small);
        canvas.Text(Words.AddAge(_line.Clear().Add(_up), nowMs), 0, 1, canvas.Small);
        BusCounters counters = bus.Counters;
        DrawCounts(canvas, 3, _polls, counters.Polls, _heard, counters.Replies);
        DrawCounts(canvas, 4, _crc, counters.CrcErrors, _quiet, counters.Timeouts);
        DrawCounts(canvas, 5, _odd, counters.Inconsistent, _wrong, counters.WrongReplies);
        DrawCounts(canvas, 6, _junk, counters.JunkBytes, _round, counters.Rounds);
        DrawLastMessage(canvas);
    }

    private byte[] Role()
    {
        if (bus.Role == BusRole.Master)
        {
            return _master;
        }

        return bus.Role == BusRole.Listener ? _listener : _starting;
    }

    private void DrawCounts(Canvas canvas, int page, byte[] leftWhat, int left, byte[] rightWhat, int right)
    {
        canvas.Text(leftWhat, 0, page, canvas.Small);
        canvas.TextRight(Count(left), LeftRight, page, canvas.Small);
        canvas.Text(rightWhat, RightColumn, page, canvas.Small);
        canvas.TextRight(Count(right), Layout.Right, page, canvas.Small);
    }

    // In four characters: 9999, 999k, 9.9M, 999M.
    private TextLine Count(int count)
    {
        _line.Clear();
        if (count < 10000)
        {
            return _line.Add(count, Formats.Whole);
        }

        if (count < 999_500)
        {
            return _line.Add(count, _thousands).Add((byte)'k');
        }

        return _line.Add(count, count < 9_950_000 ? _tenthsOfMillions : _millions).Add((byte)'M');
    }

    private void DrawLastMessage(Canvas canvas)
    {
        byte[] message = bus.Link.LastMessage;
        int count = bus.Link.LastLength < MaxHexBytes ? bus.Link.LastLength : MaxHexBytes;
        _line.Clear();
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
            {
                _line.Add((byte)' ');
            }

            int value = message[i];
            _line.Add(HexDigit(value >> 4)).Add(HexDigit(value & 0xF));
        }

        canvas.Text(_line, 0, 7, canvas.Small);
    }

    private static byte HexDigit(int value)
    {
        return (byte)(value < 10 ? '0' + value : 'A' - 10 + value);
    }
}
