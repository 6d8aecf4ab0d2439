using ValenceNano.Model;
using ValenceNano.Desktop;
using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Display;

public class AlarmPageTests
{
    [Fact]
    public void One_alarm()
    {
        Rig rig = new Rig().With(batteries: 2);
        rig.RunUntil(5000).Virtual[1].Model.SetCellOffset(2, -950);
        rig.RunFor(9000);
        rig.Monitor.Alarms[0].Judge(Rules(), 2480, isTelling: true, rig.NowMs);

        PagePicture.Check("alarm", rig, PageKind.Alarm);
    }

    [Fact]
    public void One_warning()
    {
        Rig rig = new Rig().With(batteries: 2);
        rig.RunUntil(5000).Virtual[0].Model.SetCellOffset(3, 108);
        rig.RunFor(9000);
        rig.Monitor.Alarms[0].Judge(Rules(), 108, isTelling: true, rig.NowMs);

        PagePicture.Check("alarm-warning", rig, PageKind.Alarm);
    }

    [Fact]
    public void Alarm_that_is_over_says_since_when()
    {
        Rig rig = new Rig().With(batteries: 2);
        rig.RunUntil(5000).Virtual[1].Model.SetCellOffset(2, -950);
        rig.RunFor(9000).Virtual[1].Model.SetCellOffset(2, 0);
        rig.RunFor(9000);
        Assert.True(rig.Monitor.Alarms[0].IsOver);

        rig.RunUntil(rig.Monitor.Alarms[0].OverSinceMs + (12 * 60_000));
        PagePicture.Check("alarm-over", rig, PageKind.Alarm);
    }

    [Fact]
    public void Battery_lost()
    {
        Rig rig = new Rig().With(batteries: 2, currentMa: -5000);
        rig.RunUntil(5000).Virtual[1].IsPlugged = false;
        rig.RunFor(20_000);

        PagePicture.Check("alarm-lost", rig, PageKind.Alarm);
    }

    [Fact]
    public void Alarm_of_the_only_battery_has_no_number()
    {
        Rig rig = new Rig().With(batteries: 1);
        rig.RunUntil(5000).Virtual[0].Model.SetCellOffset(2, -950);
        rig.RunFor(9000);
        rig.Monitor.Alarms[0].Judge(Rules(), 2480, isTelling: true, rig.NowMs);

        PagePicture.Check("alarm-only", rig, PageKind.Alarm);
    }

    [Fact]
    public void Alarm_has_the_name_of_its_battery_where_that_fits()
    {
        Rig rig = new Rig().With(batteries: 2, currentMa: -5000).RunUntilLive();
        rig.Name(battery: 1, "Büro vorn");
        rig.Virtual[1].IsPlugged = false;
        rig.RunFor(20_000);

        PagePicture.Check("alarm-named", rig, PageKind.Alarm);
    }

    [Fact]
    public void Many_alarms_the_worst_first()
    {
        Rig rig = ManyAlarms();
        Assert.Equal(6, rig.Monitor.Alarms.Count);

        PagePicture.Check("alarms", rig, PageKind.Alarm);
    }

    [Fact]
    public void Worst_that_nobody_has_seen_comes_before_worse_ones_that_somebody_has()
    {
        Rig rig = ManyAlarms();
        foreach (int seen in new[] { 0, 1, 2, 4, 5 })
        {
            rig.Monitor.Alarms[seen].Acknowledge();
        }

        PagePicture.Check("alarms-seen", rig, PageKind.Alarm);
    }

    [Fact]
    public void Nothing_is_wrong()
    {
        PagePicture.Check("alarm-none", new Rig(), PageKind.Alarm);
    }

    [Theory]
    [InlineData(AlarmKind.CellHigh, 3901, 3900, "B16 cell 3 3.91 V > 3.90 V")]
    [InlineData(AlarmKind.CellLow, 2480, 2500, "B16 cell 3 2.48 V < 2.50 V")]
    [InlineData(AlarmKind.CellLow, 2499, 2500, "B16 cell 3 2.49 V < 2.50 V")]
    [InlineData(AlarmKind.CellLow, 2544, 2545, "B16 cell 3 2.54 V < 2.55 V")]
    [InlineData(AlarmKind.CellHigh, 3846, 3845, "B16 cell 3 3.85 V > 3.84 V")]
    [InlineData(AlarmKind.CellHot, 61, 60, "B16 cell 3 61 °C > 60 °C")]
    [InlineData(AlarmKind.CellColdCharging, -128, 0, "B16 cell 3 -128 °C < 0 °C, charging")]
    [InlineData(AlarmKind.BoardHot, 127, 85, "B16 board 127 °C > 85 °C")]
    [InlineData(AlarmKind.BatteryLost, 1, 0, "B16 lost")]
    [InlineData(AlarmKind.SocLow, 98, 100, "B16 SOC 9 % < 10 %")]
    [InlineData(AlarmKind.SocLow, 0, 100, "B16 SOC 0 % < 10 %")]
    [InlineData(AlarmKind.CellSpread, 101, 100, "B16 spread 0.11 V > 0.10 V")]
    [InlineData(AlarmKind.SocDisagrees, 40, 0, "B16 SOC doubtful")]
    [InlineData(AlarmKind.RepliesInconsistent, 4, 3, "B16 replies inconsistent")]
    [InlineData(AlarmKind.SocLow, 169, 200, "B16 SOC 17 % < 20 %")]
    [InlineData(AlarmKind.CellLow, 2486, 2500, "B16 cell 3 2.49 V < 2.50 V")]
    public void Every_kind_has_its_words(AlarmKind kind, int value, int limit, string expected)
    {
        Alarm alarm = Raised(kind, value, limit);
        var line = new TextLine();

        Assert.Equal(expected, LineText.Of(AlarmText.Add(line, alarm)));
        Assert.InRange(AlarmText.AddWhere(line.Clear(), alarm).Length, 2, 11);
        Assert.InRange(AlarmText.AddLimit(AlarmText.AddReading(line.Clear(), alarm), alarm).Length, 3, 15);
    }

    [Fact]
    public void No_kind_is_without_words()
    {
        AlarmKind[] kinds = Enum.GetValues<AlarmKind>();

        Assert.Equal(AlarmTable.Kinds, kinds.Length);
        Assert.All(kinds, kind => Assert.InRange(AlarmTable.Words.Length(AlarmTable.Meaning(kind)), 3, 15));
    }

    [Theory]
    [InlineData(AlarmKind.CellHigh, "voltage high")]
    [InlineData(AlarmKind.CellLow, "voltage low")]
    [InlineData(AlarmKind.CellHot, "too hot")]
    [InlineData(AlarmKind.CellColdCharging, "cold, charging")]
    [InlineData(AlarmKind.BoardHot, "too hot")]
    [InlineData(AlarmKind.BatteryLost, "no answer")]
    [InlineData(AlarmKind.SocLow, "nearly empty")]
    [InlineData(AlarmKind.CellSpread, "cells far apart")]
    [InlineData(AlarmKind.SocDisagrees, "cells disagree")]
    [InlineData(AlarmKind.RepliesInconsistent, "do not add up")]
    public void Every_kind_has_its_meaning(AlarmKind kind, string expected)
    {
        Assert.Equal(expected, LineText.Of(AlarmText.AddMeaning(new TextLine(), Raised(kind, 1, 0))));
    }

    // In cell group 3, of what is in a cell group.
    private static Alarm Raised(AlarmKind kind, int value, int limit)
    {
        var battery = new Battery(place: 15) { Number = 16 };
        int sign = AlarmTable.IsBelow(kind) ? AlarmRules.Low : AlarmRules.High;
        battery.Values.Numbers[Telemetry.FirstCellMv + 2] = sign;
        battery.Values.Numbers[Telemetry.FirstCellC + 2] = sign;
        var rules = new AlarmRules();
        rules.Set(kind, sign, hysteresis: 0, limit, limit, minimumMs: 0);
        var alarm = new Alarm(new byte[MessageFormat.SerialLength], 0);
        alarm.Begin(battery, kind);
        alarm.Judge(rules, value, isTelling: true, nowMs: 0);
        return alarm;
    }

    private static AlarmRules Rules()
    {
        var rules = new AlarmRules();
        Assert.All(Enum.GetValues<AlarmKind>(), kind => AlarmTable.SetRule(rules, kind, new Settings()));
        return rules;
    }

    private static Rig ManyAlarms()
    {
        Rig rig = new Rig().With(batteries: 10, currentMa: -5000).RunUntilLive();
        rig.Virtual[9].Model.SetCellOffset(0, 800);
        rig.Virtual[3].Model.SetCellOffset(1, -950);
        rig.Virtual[4].Model.SetCellOffset(3, -600);
        rig.Virtual[5].Model.AmbientC = 55;
        rig.Virtual[6].Model.SocPermille = 150;
        rig.Virtual[7].IsPlugged = false;
        return rig.RunFor(20_000);
    }
}
