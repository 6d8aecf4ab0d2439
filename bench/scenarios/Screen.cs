using ValenceNano.Model;
using ValenceNano.Bench.Plain;
using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>The product's side of the panel, with one battery of which everything is known.</summary>
internal sealed class Screen
{
    private const int ReplyMs = 3000;

    private readonly ScriptedProduct _bus = new(hasBattery: true);
    private readonly PageBuffer _buffer = new();
    private readonly Canvas _canvas;
    private readonly PageBook _pages;
    private readonly PageTurner _turner;
    private readonly CountingPanel _panel = new();
    private readonly PlainPageBank _plain;
    private long _nowMs;

    /// <summary>Makes a panel that shows nothing yet.</summary>
    public Screen()
    {
        _bus.RunUntilDue();
        _bus.RunCycle();
        _nowMs = _bus.NowMs;
        _canvas = new Canvas(_buffer);
        _pages = new PageBook(_bus.Monitor);
        _turner = new PageTurner(_bus.Monitor);
        _plain = new PlainPageBank(Glyphs(), _panel.Send);
    }

    private Battery Battery => _bus.Monitor.Bus.Batteries[0];

    /// <summary>Draws a page from scratch; it is not sent.</summary>
    public int Draw(PageKind page)
    {
        _pages.Draw(_canvas, page, 0, beat: true, _nowMs);
        return 0;
    }

    /// <summary>Gives the bank a day of history: a point in every column.</summary>
    public void FillGraph()
    {
        for (int i = 0; i < Graph.Capacity; i++)
        {
            _bus.Monitor.Logbook.Update(i * (long)Graph.IntervalMs);
        }
    }

    /// <summary>Has the panel show a page, and then changes one value of it.</summary>
    public void ShowThenChange(PageKind page)
    {
        Draw(page);
        _buffer.Flush(_panel);
        Battery.Values.CurrentMa += 10;
        Battery.Values.Numbers[Telemetry.FirstCellMv] += 1;
        _bus.Monitor.Bus.Batteries.EndCycle();
        _bus.Monitor.Bank.Update(_nowMs);
        _bus.Monitor.Bus.Counters.Polls += 1;
        _panel.Bytes = 0;
    }

    /// <summary>Draws a page anew and sends what has changed.</summary>
    /// <returns>The bytes that the panel was sent.</returns>
    public int Redraw(PageKind page)
    {
        Draw(page);
        _buffer.Flush(_panel);
        return _panel.Bytes;
    }

    /// <summary>Brings the page turner to where nothing is due.</summary>
    public void SettleTurner() => _turner.Update(_nowMs);

    /// <summary>Asks the page turner when nothing is due.</summary>
    public int TurnNothing()
    {
        _turner.Update(_nowMs);
        return 0;
    }

    /// <summary>All is well, and then a first reply has a cell group that is too low.</summary>
    public void BeginAlarm()
    {
        Reply(3300);
        Reply(3300);
        _bus.Monitor.Alarms.Acknowledge();
        _turner.Update(_nowMs);
        Redraw(_turner.Page);
        Reply(2400);
        _panel.Bytes = 0;
    }

    /// <summary>The second such reply: the alarm is raised, and its page comes up.</summary>
    /// <returns>The bytes that the panel was sent.</returns>
    public int RaiseAlarm()
    {
        Reply(2400);
        _turner.Update(_nowMs);
        return Redraw(_turner.Page);
    }

    /// <summary>An alarm stands.</summary>
    public void StandAlarm()
    {
        BeginAlarm();
        RaiseAlarm();
    }

    /// <summary>The yardstick's page, with the same values.</summary>
    public int DrawPlain()
    {
        Bank bank = _bus.Monitor.Bank;
        _plain.Draw(bank.SocPermille, bank.VoltageMv, bank.CurrentMa, bank.PowerMw, bank.LiveCount, bank.CellMinMv);
        return _panel.Bytes;
    }

    /// <summary>Before the yardstick is drawn.</summary>
    public void ForgetBytes() => _panel.Bytes = 0;

    private void Reply(int cellMv)
    {
        _nowMs += ReplyMs;
        Telemetry values = Battery.Values;
        values.Numbers[Telemetry.FirstCellMv + 2] = cellMv;
        values.CellMinMv = cellMv;
        Battery.Take(ref values, _nowMs);
        _bus.Monitor.Bus.Batteries.EndCycle();
        if (_bus.Monitor.Bank.Update(_nowMs))
        {
            _bus.Monitor.Alarms.Update(_nowMs);
        }
    }

    // The columns of the small font's characters, drawn once: the yardstick has a font like everybody's.
    private byte[] Glyphs()
    {
        const int First = ' ';
        const int Count = 96;
        byte[] glyphs = new byte[Count * PlainPageBank.GlyphWidth];
        byte[] character = new byte[1];
        for (int i = 0; i < Count; i++)
        {
            character[0] = (byte)(First + i);
            _canvas.Clear();
            _canvas.Text(character, 0, 0, Font.Small);
            Array.Copy(_buffer.Picture, 0, glyphs, i * PlainPageBank.GlyphWidth, PlainPageBank.GlyphWidth);
        }

        return glyphs;
    }
}
