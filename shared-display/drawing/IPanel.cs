namespace ValenceNano.Display;

/// <summary>
/// What a picture needs of a panel: the firmware's I2C panel, a virtual panel and a test's recorder are peers behind it.
/// Every method answers whether the panel took it; a panel that does not answer is told by <c>false</c>, never by an exception.
/// </summary>
public interface IPanel
{
    /// <summary>Sends columns of one page into the panel's memory.</summary>
    /// <param name="picture">1024 bytes in the panel's layout; the columns to send start at <c>page * 128 + firstColumn</c>.</param>
    /// <param name="page">0 (top) to 7.</param>
    /// <param name="firstColumn">0 (left) to 127.</param>
    /// <param name="count">1 to 128, and never beyond column 127.</param>
    bool Write(byte[] picture, int page, int firstColumn, int count);

    /// <summary>Sets how the memory is shown.</summary>
    /// <param name="isLit">False: the panel is dark; its memory stays.</param>
    /// <param name="contrast">The brightness, 0 to 255.</param>
    /// <param name="startLine">The row of the memory that is at the top, 0 to 63; the others follow and wrap round. This moves the
    /// picture without sending it.</param>
    bool Configure(bool isLit, byte contrast, int startLine);
}
