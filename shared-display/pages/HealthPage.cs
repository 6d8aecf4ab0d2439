using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>What one battery really holds, which of its cell groups limits it, and what is still needed to know.</summary>
internal static class HealthPage
{
    // How many characters a name may have beside "health", and "weakest".
    private const int NameRoom = 13;
    private const int NameRoomOfWeakest = 5;

    internal static void Draw(Canvas canvas, Monitor monitor, Battery battery, BatteryTitle title)
    {
        TextLine line = canvas.Line;
        Logbook book = monitor.Logbook;
        bool isWeakest = EnergyReadings.IsWeakest(book, monitor.Bus.Batteries, battery);
        title.Add(line.Clear(), battery, isWeakest ? NameRoomOfWeakest : NameRoom);
        canvas.Text(line.Add(line.Length > 0 ? PageText.AndHealth : PageText.Health), 0, 0, Font.Small);
        if (isWeakest)
        {
            canvas.TextRight(line.Clear().Add(PageText.Weakest), Layout.Right, 0, Font.Small);
        }

        int entry = book.EntryOf(battery);
        int capacityMah = entry < 0 ? Reading.Unknown : book.Health.CapacityMah(entry);
        bool isMeasured = capacityMah != Reading.Unknown && !book.Health.IsMinimum(entry);
        DrawCapacity(canvas, capacityMah, isMeasured, monitor.Settings.CapacityMah);
        if (capacityMah != Reading.Unknown)
        {
            Words.AddValue(line.Clear().Add(PageText.Seen), ReadingId.CapacityCoverage, book.Health.CoveragePermille(entry));
            canvas.TextRight(line, Layout.Right, 3, Font.Small);
        }

        if (entry < 0)
        {
            return;
        }

        DrawWeakCell(canvas, book.Health, entry, isMeasured);
        DrawBalance(canvas, book.Health, entry);
        if (isMeasured)
        {
            DrawCounts(canvas, book.Extremes, entry);
        }
        else
        {
            DrawMissing(canvas, book.Health.GivenSinceFullMah(entry));
        }
    }

    private static void DrawCapacity(Canvas canvas, int capacityMah, bool isMeasured, int labelMah)
    {
        TextLine line = canvas.Line.Clear();
        if (capacityMah != Reading.Unknown && !isMeasured)
        {
            line.Add(PageText.AtLeast);
        }

        canvas.Text(Words.AddValue(line, ReadingId.CapacityMeasured, capacityMah), 0, 1, Font.Middle);
        if (isMeasured)
        {
            long permille = (long)capacityMah * 1000 / labelMah;
            canvas.TextRight(Words.AddValue(line.Clear(), ReadingId.CapacityCoverage, permille), Layout.Right, 1, Font.Middle);
        }

        line.Clear().Add(PageText.OfLabel).Add(labelMah, NumberFormat.Thousands).Add((byte)' ');
        canvas.Text(Words.AddUnit(line, ReadingUnit.AmpereHours), 0, 3, Font.Small);
    }

    // Nothing weak and nothing known are not the same. Another group may have been first since.
    private static void DrawWeakCell(Canvas canvas, HealthMeter health, int entry, bool isMeasured)
    {
        TextLine line = canvas.Line.Clear();
        int weak = health.Get(entry, HealthId.WeakCell);
        if (weak > 0)
        {
            line.Add(PageText.WeakCell).Add(weak, NumberFormat.Whole);
            canvas.Text(line, 0, 4, Font.Small);
            if (weak == health.Get(entry, HealthId.BottomCell))
            {
                Words.AddValue(line.Clear().Add((byte)'-'), ReadingId.CellSpread, health.Get(entry, HealthId.BottomLead));
                canvas.TextRight(line, Layout.Right, 4, Font.Small);
            }

            return;
        }

        canvas.Text(isMeasured && health.IsWeakCellJudged(entry) ? PageText.NoWeakCell : PageText.WeakCellUnknown, 0, 4, Font.Small);
    }

    // Between highest and lowest group: when full, and when empty or else at rest.
    private static void DrawBalance(Canvas canvas, HealthMeter health, int entry)
    {
        int lowMv = health.Get(entry, HealthId.BottomSpread);
        TextLine line = canvas.Line.Clear().Add(PageText.WhenFull).Add(Spread(health, entry, HealthId.TopSpread), NumberFormat.Whole);
        line.Add(lowMv > 0 ? PageText.WhenLow : PageText.AtRest);
        Words.AddValue(line, ReadingId.CellSpread, lowMv > 0 ? lowMv : Spread(health, entry, HealthId.RestSpread));
        canvas.Text(line, 0, 7, Font.Small);
    }

    private static int Spread(HealthMeter health, int entry, HealthId id)
    {
        int mv = health.Get(entry, id);
        return mv > 0 ? mv : Reading.Unknown;
    }

    private static void DrawCounts(Canvas canvas, Extremes extremes, int entry)
    {
        TextLine line = canvas.Line.Clear();
        canvas.Text(line.Add(extremes.Get(entry, ExtremeId.Cycles), NumberFormat.Whole).Add(PageText.Cycles), 0, 6, Font.Small);
        line.Clear().Add(extremes.Get(entry, ExtremeId.FullCharges), NumberFormat.Whole).Add(PageText.TimesFull);
        canvas.TextRight(line, Layout.Right, 6, Font.Small);
    }

    private static void DrawMissing(Canvas canvas, int givenMah)
    {
        if (givenMah == Reading.Unknown)
        {
            canvas.Text(PageText.NoFullChargeYet, 0, 5, Font.Small);
            canvas.Text(PageText.ChargeIt, 0, 6, Font.Small);
            return;
        }

        TextLine line = canvas.Line.Clear().Add(givenMah, NumberFormat.Thousands).Add((byte)' ');
        canvas.Text(Words.AddUnit(line, ReadingUnit.AmpereHours).Add(PageText.SinceFull), 0, 5, Font.Small);
        canvas.Text(PageText.EmptyIt, 0, 6, Font.Small);
    }
}
