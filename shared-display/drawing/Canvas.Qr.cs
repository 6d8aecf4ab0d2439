namespace ValenceNano.Display;

// A QR code, as large as the panel allows.
public partial class Canvas
{
    /// <summary>Pixels along the side of a drawn <see cref="QrCode"/>, its quiet zone of one module included.</summary>
    public static int QrPixels(QrCode code) => (code.Size + 2) * QrModule(code);

    /// <summary>
    /// Draws a QR code that is done: dark modules dark, light ones and a quiet zone of one module around them lit, since a panel's own dark
    /// is as dark as the code's. A module is 2x2 pixels, or one pixel for a version 4.
    /// </summary>
    /// <param name="code">The code.</param>
    /// <param name="column">Its left column. <see cref="Origin"/> is left out: a picture that somebody scans stands still.</param>
    public void Qr(QrCode code, int column)
    {
        int module = QrModule(code);
        int pixels = QrPixels(code);
        Covering(column, 0, pixels, pixels, isBox: true);
        for (int page = 0; page << 3 < pixels; page++)
        {
            int height = pixels - (page << 3);
            QrQuiet(height < 8 ? (1 << height) - 1 : 0xFF, (page * Columns) + column, pixels);
            _buffer.Touch(1 << page);
        }

        for (int row = 0; row < code.Size; row++)
        {
            QrRow(code.Row(row), (row + 1) * module, column + module, module);
        }
    }

    private static int QrModule(QrCode code) => (code.Size + 2) * 2 <= PageBuffer.Rows ? 2 : 1;

    private void QrQuiet(int bits, int at, int count)
    {
        for (int end = at + count; at < end; at++)
        {
            _picture[at] = (byte)bits;
        }
    }

    private void QrRow(long dark, int row, int column, int module)
    {
        byte[] picture = _picture;
        int keep = ~((module == 2 ? 3 : 1) << (row & 7));
        int at = ((row >> 3) * Columns) + column;
        for (; dark != 0; dark >>= 1, at += module)
        {
            if ((dark & 1) != 0)
            {
                picture[at] &= (byte)keep;
                picture[at + module - 1] &= (byte)keep;
            }
        }
    }
}
