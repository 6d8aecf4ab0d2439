using ValenceNano.Model;

namespace ValenceNano.Display;

/// <summary>The bank's state of charge over the last 24 hours. Where nothing was known there is a gap.</summary>
internal sealed class GraphPage
{
    private const int FirstColumn = 26;
    private const int Columns = Graph.Capacity / PointsPerColumn;
    private const int PointsPerColumn = 3;
    private const int TopPage = 1;
    private const int BottomPage = 6;

    // The lines of 100 % and 0 %, in the middle of their labels.
    private const int TopRow = 12;
    private const int BottomRow = 52;
    private const int TickLength = 2;
    private const int Full = 1000;

    // By column the row of its point; the graph itself changes only every five minutes.
    private readonly byte[] _rows = new byte[Columns];
    private int _revision = -1;
    private int _lowestPermille;
    private int _highestPermille;

    internal void Draw(Canvas canvas, Graph graph)
    {
        if (_revision != graph.Revision)
        {
            _revision = graph.Revision;
            Take(graph);
        }

        canvas.Text(PageText.LastDay, 0, 0, Font.Small);
        if (_highestPermille >= 0)
        {
            TextLine line = canvas.Line.Clear().Add(_lowestPermille, NumberFormat.Percent).Add(PageText.To);
            canvas.TextRight(Words.AddValue(line, ReadingId.Soc, _highestPermille), Layout.Right, 0, Font.Small);
        }
        else
        {
            canvas.TextRight(canvas.Line.Clear().Add(PageText.NoPointYet), Layout.Right, 0, Font.Small);
        }

        canvas.Text(PageText.ScaleTop, 0, TopPage, Font.Small);
        canvas.Text(PageText.ScaleBottom, 0, BottomPage, Font.Small);
        canvas.Text(PageText.DayAgo, FirstColumn, 7, Font.Small);
        canvas.TextRight(canvas.Line.Clear().Add(PageText.Now), FirstColumn + Columns, 7, Font.Small);
        canvas.Box(FirstColumn - TickLength - 2, TopRow, TickLength, 1);
        canvas.Box(FirstColumn - TickLength - 2, BottomRow, TickLength, 1);
        canvas.Curve(_rows, Columns, FirstColumn);
    }

    private void Take(Graph graph)
    {
        _lowestPermille = int.MaxValue;
        _highestPermille = -1;
        for (int column = 0; column < Columns; column++)
        {
            int permille = Mean(graph, (Columns - 1 - column) * PointsPerColumn);
            _rows[column] = permille == Reading.Unknown
                ? Canvas.NoRow
                : (byte)(BottomRow - (permille * (BottomRow - TopRow) + Full / 2) / Full);
        }
    }

    private int Mean(Graph graph, int point)
    {
        int sum = 0;
        int known = 0;
        for (int end = point + PointsPerColumn; point < end && point < graph.Count; point++)
        {
            int permille = graph.SocPermille(point);
            if (permille != Reading.Unknown)
            {
                sum += permille;
                known++;
                _lowestPermille = permille < _lowestPermille ? permille : _lowestPermille;
                _highestPermille = permille > _highestPermille ? permille : _highestPermille;
            }
        }

        return known > 0 ? sum / known : Reading.Unknown;
    }
}
