using System;

namespace ValenceNano.Display;

/// <summary>
/// Makes a QR code (ISO/IEC 18004) of up to <see cref="MaxBytes"/> bytes: byte mode, level L, the smallest of the versions 1 to 4, the
/// mask with the lowest penalty. The work is done in steps, so that a bus that is polled beside it is never late; nothing is
/// allocated after construction.
/// </summary>
public sealed class QrCode
{
    /// <summary>The longest text, bytes.</summary>
    public const int MaxBytes = 78;

    /// <summary>Modules along the side of the largest version, 4.</summary>
    internal const int MaxSize = 33;

    private const int MaskCount = 8;

    private enum Phase
    {
        None,
        Correcting,
        Placing,
        Masking,
        Scoring,
        Unmasking,
        Finishing,
        Done,
    }

    private readonly QrCodewords _codewords = new();
    private readonly QrScore _score = new();

    // A row is one number, the module in column x its bit x, 1 for dark.
    private readonly long[] _rows = new long[MaxSize];

    private Phase _phase;
    private int _column;
    private int _bit;
    private int _mask;
    private int _bestMask;
    private int _bestPenalty;

    /// <summary>It can be read; false before the first <see cref="Begin"/> and until <see cref="Step"/> is done with it.</summary>
    public bool IsDone => _phase == Phase.Done;

    /// <summary>Modules along its side, 21, 25, 29 or 33; known from <see cref="Begin"/> on.</summary>
    public int Size { get; private set; }

    /// <summary>Begins the code of a text.</summary>
    /// <param name="text">Its bytes.</param>
    /// <param name="count">How many of them, 0..<see cref="MaxBytes"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more.</exception>
    public void Begin(byte[] text, int count)
    {
        if (count > MaxBytes)
        {
            throw new ArgumentOutOfRangeException(nameof(count));
        }

        int version = _codewords.Begin(text, count);
        Size = 17 + (4 * version);
        QrPatterns.Draw(Size, _rows);
        _column = Size - 1;
        _bit = 0;
        _mask = 0;
        _bestPenalty = int.MaxValue;
        _phase = Phase.Correcting;
    }

    /// <summary>Does a little of the work, some 6,000 IL instructions at most; a version 3 takes about 160 steps.</summary>
    /// <returns>True: it is done, or there is nothing to do.</returns>
    public bool Step()
    {
        switch (_phase)
        {
            case Phase.Correcting:
                _phase = _codewords.Correct() ? Phase.Placing : Phase.Correcting;
                break;
            case Phase.Placing:
                PlaceColumns();
                break;
            case Phase.Masking:
                TurnOver();
                QrPatterns.WriteFormat(_mask, Size, _rows);
                _score.Begin();
                _phase = Phase.Scoring;
                break;
            case Phase.Scoring:
                _phase = _score.AddLines(_rows, Size) ? Phase.Unmasking : Phase.Scoring;
                break;
            case Phase.Unmasking:
                TurnOver();
                TakeNextMask();
                break;
            case Phase.Finishing:
                TurnOver();
                QrPatterns.WriteFormat(_mask, Size, _rows);
                _phase = Phase.Done;
                break;
            default:
                return true;
        }

        return _phase == Phase.Done;
    }

    /// <summary>A row of modules: column x is bit x, 1 for dark.</summary>
    /// <param name="row">0..<see cref="Size"/> - 1, from the top; beyond it all is light.</param>
    public long Row(int row) => row < Size ? _rows[row] : 0;

    // The bits go up and down in pairs of columns, from the right to the left, around what is a pattern. Column 6 belongs to none.
    private void PlaceColumns()
    {
        bool isUpward = ((_column + 1) & 2) == 0;
        for (int i = 0; i < Size; i++)
        {
            int row = isUpward ? Size - 1 - i : i;
            long data = QrPatterns.DataColumns(row, Size);
            PlaceBit(data, row, _column);
            PlaceBit(data, row, _column - 1);
        }

        _column -= 2;
        if (_column == QrPatterns.TimingLine)
        {
            _column--;
        }

        if (_column < 0)
        {
            _phase = Phase.Masking;
        }
    }

    private void PlaceBit(long dataColumns, int row, int column)
    {
        if (((dataColumns >> column) & 1) != 0)
        {
            _rows[row] |= (long)_codewords.Bit(_bit) << column;
            _bit++;
        }
    }

    // Puts the mask over the data; a second time takes it away again.
    private void TurnOver()
    {
        for (int row = 0; row < Size; row++)
        {
            _rows[row] ^= QrPatterns.MaskRow(_mask, row) & QrPatterns.DataColumns(row, Size);
        }
    }

    private void TakeNextMask()
    {
        if (_score.Penalty < _bestPenalty)
        {
            _bestPenalty = _score.Penalty;
            _bestMask = _mask;
        }

        _mask++;
        _phase = Phase.Masking;
        if (_mask == MaskCount)
        {
            _mask = _bestMask;
            _phase = Phase.Finishing;
        }
    }
}
