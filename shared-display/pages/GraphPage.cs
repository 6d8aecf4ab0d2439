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

    private static readonly string _title = "24 h";
    private static readonly string _to = " to ";
    private static readonly string _top = "100";
    private static readonly string _bottom = "  0";
    private static readonly string _dayAgo = "-24 h";
    private static readonly string _now = "now";
    private static readonly string _noneYet = "a point in 5 min";

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

        canvas.Text(_title, 0, 0, canvas.Small);
        if (_highestPermille >= 0)
        {
            TextLine line = canvas.Line.Clear().Add(_lowestPermille, NumberFormat.Percent).Add(_to);
            canvas.TextRight(Words.AddValue(line, ReadingId.Soc, _highestPermille), Layout.Right, 0, canvas.Small);
        }
        else
        {
            canvas.TextRight(canvas.Line.Clear().Add(_noneYet), Layout.Right, 0, canvas.Small);
        }

        canvas.Text(_top, 0, TopPage, canvas.Small);
        canvas.Text(_bottom, 0, BottomPage, canvas.Small);
        canvas.Text(_dayAgo, FirstColumn, 7, canvas.Small);
        canvas.TextRight(canvas.Line.Clear().Add(_now), FirstColumn + Columns, 7, canvas.Small);
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
