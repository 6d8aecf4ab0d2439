using ValenceNano.Model;

namespace ValenceNano.Display;

/// <summary>What has gone in and out of all batteries, today and since the counters began.</summary>
internal static class EnergyPage
{
    private const int InRight = 76;
    private const int TodayPage = 2;
    private const int TotalPage = 5;

    // A sleeping battery says nothing, so what it gives then is in no sum.
    private static readonly string _title = "Energy";
    private static readonly string _standby = "without standby";
    private static readonly string _seen = "seen ";
    private static readonly string _today = "today";
    private static readonly string _in = "in";
    private static readonly string _out = "out";
    private static readonly string _total = "all";

    internal static void Draw(Canvas canvas, Monitor monitor, long nowMs)
    {
        TextLine line = canvas.Line;
        Readings readings = monitor.Readings;
        canvas.Text(_title, 0, 0, canvas.Small);
        long coverage = readings.Get(ReadingId.Coverage, ReadingScope.Bank, 0, 0, nowMs);
        canvas.TextRight(Words.AddValue(line.Clear().Add(_seen), ReadingId.Coverage, coverage), Layout.Right, 0, canvas.Small);
        canvas.Text(_standby, 0, 1, canvas.Small);

        Days days = monitor.Logbook.Days;
        DrawHead(canvas, _today, TodayPage);
        bool isKnown = coverage != Reading.Unknown;
        DrawRow(canvas, ReadingId.ChargeIn, Today(days, DayId.ChargeIn, isKnown), Today(days, DayId.ChargeOut, isKnown), TodayPage + 1);
        DrawRow(canvas, ReadingId.EnergyIn, Today(days, DayId.EnergyIn, isKnown), Today(days, DayId.EnergyOut, isKnown), TodayPage + 2);

        DrawHead(canvas, _total, TotalPage);
        DrawTotal(canvas, readings, ReadingId.ChargeIn, ReadingId.ChargeOut, TotalPage + 1, nowMs);
        DrawTotal(canvas, readings, ReadingId.EnergyIn, ReadingId.EnergyOut, TotalPage + 2, nowMs);
    }

    private static long Today(Days days, DayId id, bool isKnown) => isKnown ? days.Get(0, id) : Reading.Unknown;

    private static void DrawHead(Canvas canvas, string what, int page)
    {
        canvas.Text(what, 0, page, canvas.Small);
        canvas.TextRight(canvas.Line.Clear().Add(_in), InRight, page, canvas.Small);
        canvas.TextRight(canvas.Line.Clear().Add(_out), Layout.Right, page, canvas.Small);
    }

    private static void DrawTotal(Canvas canvas, Readings readings, ReadingId charged, ReadingId discharged, int page, long nowMs) =>
        DrawRow(
            canvas,
            charged,
            readings.Get(charged, ReadingScope.Bank, 0, 0, nowMs),
            readings.Get(discharged, ReadingScope.Bank, 0, 0, nowMs),
            page);

    private static void DrawRow(Canvas canvas, ReadingId id, long charged, long discharged, int page)
    {
        canvas.Text(Words.AddUnit(canvas.Line.Clear(), ReadingTable.Unit(id)), 0, page, canvas.Small);
        canvas.TextRight(Words.AddNumber(canvas.Line.Clear(), id, charged), InRight, page, canvas.Small);
        canvas.TextRight(Words.AddNumber(canvas.Line.Clear(), id, discharged), Layout.Right, page, canvas.Small);
    }
}
