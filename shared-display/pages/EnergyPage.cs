using ValenceNano.Model;

namespace ValenceNano.Display;

/// <summary>What has gone in and out of all batteries, today and since the counters began.</summary>
internal static class EnergyPage
{
    private const int InRight = 76;
    private const int TodayPage = 2;
    private const int TotalPage = 5;

    internal static void Draw(Canvas canvas, Monitor monitor, long nowMs)
    {
        TextLine line = canvas.Line;
        Readings readings = monitor.Readings;
        canvas.Text(PageText.Energy, 0, 0, Font.Small);
        readings.Fetch(ReadingScope.Bank, 0, nowMs);
        long[] values = readings.Fetched;
        long coverage = values[(int)ReadingId.Coverage];
        canvas.TextRight(Words.AddValue(line.Clear().Add(PageText.Seen), ReadingId.Coverage, coverage), Layout.Right, 0, Font.Small);
        // A sleeping battery says nothing, so what it gives then is in no sum.
        canvas.Text(PageText.WithoutStandby, 0, 1, Font.Small);

        Days days = monitor.Logbook.Days;
        DrawHead(canvas, PageText.Today, TodayPage);
        bool isKnown = coverage != Reading.Unknown;
        DrawRow(canvas, ReadingId.ChargeIn, Today(days, DayId.ChargeIn, isKnown), Today(days, DayId.ChargeOut, isKnown), TodayPage + 1);
        DrawRow(canvas, ReadingId.EnergyIn, Today(days, DayId.EnergyIn, isKnown), Today(days, DayId.EnergyOut, isKnown), TodayPage + 2);

        DrawHead(canvas, PageText.All, TotalPage);
        DrawRow(canvas, ReadingId.ChargeIn, values[(int)ReadingId.ChargeIn], values[(int)ReadingId.ChargeOut], TotalPage + 1);
        DrawRow(canvas, ReadingId.EnergyIn, values[(int)ReadingId.EnergyIn], values[(int)ReadingId.EnergyOut], TotalPage + 2);
    }

    private static long Today(Days days, DayId id, bool isKnown) => isKnown ? days.Get(0, id) : Reading.Unknown;

    private static void DrawHead(Canvas canvas, PageText what, int page)
    {
        canvas.Text(what, 0, page, Font.Small);
        canvas.TextRight(canvas.Line.Clear().Add(PageText.In), InRight, page, Font.Small);
        canvas.TextRight(canvas.Line.Clear().Add(PageText.Out), Layout.Right, page, Font.Small);
    }

    private static void DrawRow(Canvas canvas, ReadingId id, long charged, long discharged, int page)
    {
        canvas.Text(Words.AddUnit(canvas.Line.Clear(), ReadingTable.Unit(id)), 0, page, Font.Small);
        canvas.TextRight(Words.AddNumber(canvas.Line.Clear(), id, charged), InRight, page, Font.Small);
        canvas.TextRight(Words.AddNumber(canvas.Line.Clear(), id, discharged), Layout.Right, page, Font.Small);
    }
}
