using ValenceNano.Model;

namespace ValenceNano.Display;

/// <summary>How bright the panel is, and where on it the picture stands.</summary>
public sealed partial class PageTurner
{
    // Each a pixel from the next: to the right, one row down, and back.
    private const int Places = 2 * (Canvas.MaxOrigin + 1);

    // An alarm that nobody has seen is never dark, but it is dimmed at last like anything else that stands for long.
    private void ChooseLight(long nowMs)
    {
        long idleMs = nowMs - _activeMs;
        IsDim = idleMs >= DimAfterMs || (_userDimmed && !_isPreempted);
        long blankAfterMs = _monitor.Settings.Get(SettingId.BlankAfter) * (long)MinuteMs;
        IsBlank = blankAfterMs > 0 && idleMs >= blankAfterMs && !_isPreempted && !IsSetUp;
    }

    private void ChoosePlace(long nowMs)
    {
        if (Page == PageKind.SetUpCode || Page == PageKind.Network)
        {
            // A code that somebody scans stands still.
            Origin = 0;
            StartLine = 0;
            return;
        }

        int place = (int)(nowMs / MoveMs % Places);
        bool isFurtherDown = place > Canvas.MaxOrigin;
        Origin = isFurtherDown ? Places - 1 - place : place;
        StartLine = isFurtherDown ? PageBuffer.Rows - 1 : 0;
    }
}
