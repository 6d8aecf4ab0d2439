using ValenceNano.Display;

namespace ValenceNano.Bench;

/// <summary>The panel is renewed at any time, while a battery is out and searches forget it, whatever page is shown.</summary>
internal sealed class PanelTrouble(Random random)
{
    private const int GapMs = 700;
    private const int SearchOf = 30;
    private const int PressOf = 2;

    private long _nextMs;

    /// <summary>Renews or searches, if it is time.</summary>
    public void Step(PanelDisplay display, long nowMs, long productMs)
    {
        if (nowMs < _nextMs)
        {
            return;
        }

        _nextMs = nowMs + random.Next(1, GapMs);
        if (random.Next(SearchOf) == 0)
        {
            display.Monitor.Bus.SearchAgain();
        }
        else if (random.Next(PressOf) == 0)
        {
            display.Turner.Press(ButtonEvent.Short, productMs);
        }

        display.OnPanelStarted();
    }

    /// <summary>The battery is in again. It has its bus id, so that it keeps silent until a search.</summary>
    public static void End(PanelDisplay display) => display.Monitor.Bus.SearchAgain();
}
