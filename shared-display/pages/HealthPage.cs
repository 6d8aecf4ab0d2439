using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>What one battery really holds, which of its cell groups limits it, and what is still needed to know.</summary>
internal static class HealthPage
{
    // How many characters a name may have beside "health", and "weakest".
    private const int NameRoom = 13;
    private const int NameRoomOfWeakest = 5;

    private static readonly string _onlyHealth = "Health";
    private static readonly string _health = " health";
    private static readonly string _weakest = "weakest";
    private static readonly string _atLeast = "over ";
    private static readonly string _of = "of ";
    private static readonly string _seen = "seen ";
    private static readonly string _weakCell = "weak cell ";
    private static readonly string _noWeakCell = "no weak cell";
    private static readonly string _weakUnknown = "weak cell: --";
    private static readonly string _whenFull = "full ";
    private static readonly string _whenLow = " low ";
    private static readonly string _atRest = " rest ";
    private static readonly string _cycles = " cycles";
    private static readonly string _timesFull = " x full";
    private static readonly string _chargeIt = "charge it until full";
    private static readonly string _sinceFull = " since full";
    private static readonly string _emptyIt = "empty it below 20 %";
    private static readonly string _noneYet = "no full charge yet";

    internal static void Draw(Canvas canvas, Monitor monitor, Battery battery, BatteryTitle title)
    {
        TextLine line = canvas.Line;
        Logbook book = monitor.Logbook;
        bool isWeakest = EnergyReadings.IsWeakest(book, monitor.Bus.Batteries, battery);
        title.Add(line.Clear(), battery, isWeakest ? NameRoomOfWeakest : NameRoom);
        canvas.Text(line.Add(line.Length > 0 ? _health : _onlyHealth), 0, 0, canvas.Small);
        if (isWeakest)
        {
            canvas.TextRight(line.Clear().Add(_weakest), Layout.Right, 0, canvas.Small);
        }

        int entry = book.EntryOf(battery);
        int capacityMah = entry < 0 ? Reading.Unknown : book.Health.CapacityMah(entry);
        bool isMeasured = capacityMah != Reading.Unknown && !book.Health.IsMinimum(entry);
        DrawCapacity(canvas, capacityMah, isMeasured, monitor.Settings.CapacityMah);
        if (capacityMah != Reading.Unknown)
        {
            Words.AddValue(line.Clear().Add(_seen), ReadingId.CapacityCoverage, book.Health.CoveragePermille(entry));
            canvas.TextRight(line, Layout.Right, 3, canvas.Small);
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
            line.Add(_atLeast);
        }

        canvas.Text(Words.AddValue(line, ReadingId.CapacityMeasured, capacityMah), 0, 1, canvas.Middle);
        if (isMeasured)
        {
            long permille = (long)capacityMah * 1000 / labelMah;
            canvas.TextRight(Words.AddValue(line.Clear(), ReadingId.CapacityCoverage, permille), Layout.Right, 1, canvas.Middle);
        }

        line.Clear().Add(_of).Add(labelMah, NumberFormat.Thousands).Add((byte)' ');
        canvas.Text(Words.AddUnit(line, ReadingUnit.AmpereHours), 0, 3, canvas.Small);
    }

    // Nothing weak and nothing known are not the same.
    private static void DrawWeakCell(Canvas canvas, HealthMeter health, int entry, bool isMeasured)
    {
        TextLine line = canvas.Line.Clear();
        int weak = health.Get(entry, HealthId.WeakCell);
        if (weak > 0)
        {
            line.Add(_weakCell).Add(weak, NumberFormat.Whole);
            canvas.Text(line, 0, 4, canvas.Small);
            Words.AddValue(line.Clear().Add((byte)'-'), ReadingId.CellSpread, health.Get(entry, HealthId.BottomLead));
            canvas.TextRight(line, Layout.Right, 4, canvas.Small);
            return;
        }

        canvas.Text(isMeasured ? _noWeakCell : _weakUnknown, 0, 4, canvas.Small);
    }

    // Between highest and lowest group: when full, and when empty or else at rest.
    private static void DrawBalance(Canvas canvas, HealthMeter health, int entry)
    {
        int lowMv = health.Get(entry, HealthId.BottomSpread);
        TextLine line = canvas.Line.Clear().Add(_whenFull).Add(Spread(health, entry, HealthId.TopSpread), NumberFormat.Whole);
        line.Add(lowMv > 0 ? _whenLow : _atRest);
        Words.AddValue(line, ReadingId.CellSpread, lowMv > 0 ? lowMv : Spread(health, entry, HealthId.RestSpread));
        canvas.Text(line, 0, 7, canvas.Small);
    }

    private static int Spread(HealthMeter health, int entry, HealthId id)
    {
        int mv = health.Get(entry, id);
        return mv > 0 ? mv : Reading.Unknown;
    }

    private static void DrawCounts(Canvas canvas, Extremes extremes, int entry)
    {
        TextLine line = canvas.Line.Clear();
        canvas.Text(line.Add(extremes.Get(entry, ExtremeId.Cycles), NumberFormat.Whole).Add(_cycles), 0, 6, canvas.Small);
        line.Clear().Add(extremes.Get(entry, ExtremeId.FullCharges), NumberFormat.Whole).Add(_timesFull);
        canvas.TextRight(line, Layout.Right, 6, canvas.Small);
    }

    private static void DrawMissing(Canvas canvas, int givenMah)
    {
        if (givenMah == Reading.Unknown)
        {
            canvas.Text(_noneYet, 0, 5, canvas.Small);
            canvas.Text(_chargeIt, 0, 6, canvas.Small);
            return;
        }

        TextLine line = canvas.Line.Clear().Add(givenMah, NumberFormat.Thousands).Add((byte)' ');
        canvas.Text(Words.AddUnit(line, ReadingUnit.AmpereHours).Add(_sinceFull), 0, 5, canvas.Small);
        canvas.Text(_emptyIt, 0, 6, canvas.Small);
    }
}
