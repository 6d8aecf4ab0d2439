using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>All batteries together: what the owner looks at every day.</summary>
internal sealed class BankPage(Bank bank, AlarmList alarms)
{
    /// <summary>With less current, either way, it is neither charged nor discharged, mA.</summary>
    private const int FlowMa = 100;

    /// <summary>From here on, while charging, the highest cell group is the one to watch, permille.</summary>
    private const int NearlyFullPermille = 900;

    private const int IconColumn = Layout.Right - Icons.LargeWidth;

    // Between the battery and the icons, where "100" leaves two columns to these.
    private const int ChargeMiddle = (Icons.BatteryWidth + IconColumn) / 2 - 1;

    private static readonly byte[] _of = Label.Of(" of ");
    private static readonly byte[] _fullIn = Label.Of("full in ");
    private static readonly byte[] _left = Label.Of(" left");
    private static readonly byte[] _cell = Label.Of("cell ");

    private readonly TextLine _line = new();

    internal void Draw(Canvas canvas)
    {
        DrawLiveCount(canvas);
        DrawWorstCell(canvas);
        DrawCharge(canvas);
        DrawIcons(canvas);
        canvas.Text(_line.Clear().Add(bank.VoltageMv, Formats.Volts).Add(Words.Volts), 0, 5, canvas.Middle);
        _line.Clear().Add(bank.CurrentMa, Formats.Amps(bank.CurrentMa)).Add(Words.Amps);
        canvas.TextRight(_line, Layout.Right, 5, canvas.Middle);
        canvas.Text(_line.Clear().Add(bank.PowerMw, Formats.Watts).Add(Words.Watts), 0, 7, canvas.Small);
        DrawTime(canvas);
    }

    private void DrawLiveCount(Canvas canvas)
    {
        _line.Clear();
        if (bank.BatteryCount > 1)
        {
            _line.Add(bank.LiveCount, Formats.Whole);
            if (bank.LiveCount < bank.BatteryCount)
            {
                _line.Add(_of).Add(bank.BatteryCount, Formats.Whole);
            }

            _line.Add((byte)' ');
        }

        canvas.Text(_line.Add(Words.Live), 0, 0, canvas.Small);
    }

    // Where it is is left out where it would not fit: the first thing to look after then is who is missing.
    private void DrawWorstCell(Canvas canvas)
    {
        bool isHighest = bank.CurrentMa > FlowMa && bank.SocPermille >= NearlyFullPermille;
        _line.Clear();
        if (bank.LiveCount == bank.BatteryCount)
        {
            AddCell(isHighest ? bank.CellMaxBattery : bank.CellMinBattery, isHighest ? bank.CellMaxCell : bank.CellMinCell);
        }

        _line.Add(isHighest ? Glyph.Up : Glyph.Down);
        _line.Add(isHighest ? bank.CellMaxMv : bank.CellMinMv, Formats.Volts).Add(Words.Volts);
        canvas.TextRight(_line, Layout.Right, 0, canvas.Small);
    }

    private void AddCell(int battery, int cell)
    {
        if (bank.BatteryCount > 1)
        {
            Words.AddBattery(_line, battery).Add((byte)'.');
        }
        else
        {
            _line.Add(_cell);
        }

        _line.Add(cell, Formats.Whole).Add((byte)' ');
    }

    private void DrawCharge(Canvas canvas)
    {
        canvas.Battery(bank.SocPermille, 0, 1);
        _line.Clear().Add(bank.SocPermille, Formats.Percent);
        int column = ChargeMiddle - (_line.Length * canvas.Big.Width + Icons.PercentWidth) / 2;
        column = canvas.Text(_line, column, 1, canvas.Big);
        canvas.Icon(Icons.Percent, Icons.PercentWidth, column, 1);
    }

    private void DrawIcons(Canvas canvas)
    {
        if (bank.CurrentMa > FlowMa)
        {
            canvas.Icon(Icons.Charging16, Icons.LargeWidth, IconColumn, 1);
        }
        else if (bank.CurrentMa < -FlowMa && bank.CurrentMa != Reading.Unknown)
        {
            canvas.Icon(Icons.Discharging16, Icons.LargeWidth, IconColumn, 1);
        }

        if (alarms.Count > 0)
        {
            canvas.Icon(Icons.Alarm16, Icons.LargeWidth, IconColumn, 3);
        }
    }

    private void DrawTime(Canvas canvas)
    {
        _line.Clear();
        if (bank.CurrentMa > FlowMa)
        {
            Words.AddMinutes(_line.Add(_fullIn), bank.ToFullMinutes);
        }
        else if (bank.CurrentMa == Reading.Unknown)
        {
            Words.AddMinutes(_line, Reading.Unknown);
        }
        else if (bank.CurrentMa < -FlowMa)
        {
            Words.AddMinutes(_line, bank.ToEmptyMinutes).Add(_left);
        }
        else
        {
            return;
        }

        canvas.TextRight(_line, Layout.Right, 7, canvas.Small);
    }
}
