using ValenceNano.Display;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Display;

public class BatteryPagesTests
{
    private const int Minute = 60_000;

    private readonly Rig _rig = new Rig().With(batteries: 2).RunUntilLive();

    [Fact]
    public void Live()
    {
        Set(_rig.Batteries[1], soc: 738, ma: -4520, cells: [3311, 3310, 3313, 3308], c: 21, board: 24);

        PagePicture.Check("battery", _rig, PageKind.Battery, 1);
        PagePicture.Check("cells", _rig, PageKind.Cells, 1);
    }

    [Fact]
    public void Full_and_cold_at_the_highest_current()
    {
        Set(_rig.Batteries[1], soc: 1000, ma: -32800, cells: [3650, 3652, 3948, 3649], c: -20, board: -17);

        PagePicture.Check("battery-full", _rig, PageKind.Battery, 1);
        PagePicture.Check("cells-full", _rig, PageKind.Cells, 1);
    }

    [Fact]
    public void Empty_with_a_dead_cell_and_hot()
    {
        Set(_rig.Batteries[1], soc: 0, ma: 32800, cells: [2998, 2950, 0, 3102], c: 61, board: 127);

        PagePicture.Check("battery-empty", _rig, PageKind.Battery, 1);
        PagePicture.Check("cells-empty", _rig, PageKind.Cells, 1);
    }

    [Fact]
    public void Number_16_with_a_serial_of_unprintable_bytes_and_one_temperature()
    {
        Rig rig = new Rig().With(batteries: 15).With([0xFF, 0x0A, (byte)'?', 0, 0x7F, .. "1128101"u8], 800, -1000).RunUntilLive();
        Battery last = rig.Batteries[15];
        Set(last, soc: 801, ma: 0, cells: [3333, 3333, 3333, 3333], c: 20, board: 20);
        last.Values.CellMinC = 20;
        last.Values.Numbers[Telemetry.FirstBoardC + 1] = 20;

        PagePicture.Check("battery-16", rig, PageKind.Battery, 15);
        PagePicture.Check("cells-16", rig, PageKind.Cells, 15);
    }

    [Fact]
    public void Only_battery_has_no_number()
    {
        Rig rig = new Rig().With(batteries: 1).RunUntilLive();
        Set(rig.Batteries[0], soc: 738, ma: -4520, cells: [3311, 3310, 3313, 3308], c: 21, board: 24);

        PagePicture.Check("battery-only", rig, PageKind.Battery, 0);
        PagePicture.Check("cells-only", rig, PageKind.Cells, 0);

        SetAsleep(rig, 0, soc: 738, cellMv: 3311, ageMs: 59 * Minute);
        PagePicture.Check("asleep-only", rig, PageKind.Asleep);
    }

    [Fact]
    public void Battery_with_a_name()
    {
        Set(_rig.Batteries[1], soc: 738, ma: -4520, cells: [3311, 3310, 3313, 3308], c: 21, board: 24);
        _rig.Name(1, "Büro, Steuerbord");
        PagePicture.Check("battery-named", _rig, PageKind.Battery, 1);

        _rig.Name(1, "Büro");
        PagePicture.Check("cells-named", _rig, PageKind.Cells, 1);
        PagePicture.Check("health-named", _rig, PageKind.Health, 1);

        _rig.Batteries[1].State = BatteryState.Lost;
        PagePicture.Check("battery-named-lost", _rig, PageKind.Battery, 1);
    }

    [Fact]
    public void Battery_with_a_state_of_charge_in_doubt_says_so()
    {
        Rig rig = new Rig().With(batteries: 1).InDoubt(battery: 0);
        Set(rig.Batteries[0], soc: 169, ma: -130, cells: [3338, 3338, 3339, 3338], c: 21, board: 24);

        PagePicture.Check("battery-in-doubt", rig, PageKind.Battery, 0);
    }

    [Fact]
    public void Known_by_its_bus_id_alone()
    {
        Battery battery = _rig.Batteries[1];
        Set(battery, soc: 738, ma: 130, cells: [3311, 3310, 3313, 3308], c: 21, board: 24);
        battery.HasSerial = false;
        battery.BusId = 247;

        PagePicture.Check("battery-nameless", _rig, PageKind.Battery, 1);
    }

    [Theory]
    [InlineData(BatteryState.Asleep, "asleep")]
    [InlineData(BatteryState.Lost, "lost")]
    public void Not_live(BatteryState state, string name)
    {
        Battery battery = _rig.Batteries[1];
        Set(battery, soc: 738, ma: -150, cells: [3311, 3310, 3313, 3308], c: 21, board: 24);
        battery.State = state;
        battery.ValuesMs = _rig.NowMs - 59 * Minute;

        PagePicture.Check("battery-" + name, _rig, PageKind.Battery, 1);
        PagePicture.Check("cells-" + name, _rig, PageKind.Cells, 1);
    }

    [Fact]
    public void Without_values()
    {
        _rig.Batteries[1].State = BatteryState.Lost;
        _rig.Batteries[1].HasValues = false;

        PagePicture.Check("battery-no-values", _rig, PageKind.Battery, 1);
        PagePicture.Check("cells-no-values", _rig, PageKind.Cells, 1);
    }

    [Fact]
    public void Last_values_of_all_with_their_age()
    {
        SetAsleep(_rig, 0, soc: 738, cellMv: 3311, ageMs: 12_000);
        SetAsleep(_rig, 1, soc: 4, cellMv: 3050, ageMs: 59 * Minute);

        PagePicture.Check("asleep", _rig, PageKind.Asleep);
    }

    [Fact]
    public void Sixteen_of_which_some_are_lost()
    {
        Rig rig = new Rig().With(batteries: 16).RunUntilLive();
        SetAsleep(rig, 0, soc: 1000, cellMv: 3900, ageMs: 23 * 60 * Minute);
        SetAsleep(rig, 1, soc: 4, cellMv: 2050, ageMs: 49 * 60 * Minute);
        SetAsleep(rig, 2, soc: 738, cellMv: 3311, ageMs: 50 * Minute);
        rig.Batteries[2].State = BatteryState.Lost;
        rig.Batteries[3].HasValues = false;

        PagePicture.Check("asleep-16", rig, PageKind.Asleep);
    }

    [Fact]
    public void Battery_without_data_says_why()
    {
        _rig.Virtual[1].RefusalCode = 2;
        _rig.RunFor(12_000);
        PagePicture.Check("battery-refuses", _rig, PageKind.Battery, 1);

        _rig.Virtual[1].RefusalCode = 0;
        _rig.Virtual[1].RegisterCount = 35;
        _rig.RunFor(12_000);
        PagePicture.Check("battery-other-length", _rig, PageKind.Battery, 1);
    }

    [Fact]
    public void Batteries_that_all_answer_without_data_are_not_searched_for()
    {
        Rig rig = new Rig().With(batteries: 2);
        rig.Virtual[0].RefusalCode = 2;
        rig.Virtual[1].RefusalCode = 11;
        rig.RunUntil(10_000);

        rig.RunTo(PageKind.Asleep);
        PagePicture.Check("no-data", rig, PageKind.Asleep);
        PagePicture.Check("battery-refuses-from-the-start", rig, PageKind.Battery, 1);
    }

    [Fact]
    public void Cells_of_a_battery_of_24_V_are_half_of_its_cells()
    {
        byte[] reply = new HostTests.Protocol.Reply().Bytes();
        BitConverter.TryWriteBytes(reply.AsSpan(DataReplyLayout.VoltageMv), 26_704);
        BitConverter.TryWriteBytes(reply.AsSpan(DataReplyLayout.VoltageAgainMv), 26_704);
        _rig.Batteries[1].Values.Decode(reply);

        PagePicture.Check("cells-24-v", _rig, PageKind.Cells, 1);
    }

    [Theory]
    [InlineData(new[] { 3344, 3346, 3345, 3345 }, 3340, 3360, 14, 21)]
    [InlineData(new[] { 3339, 3341, 3341, 3341 }, 3330, 3350, 32, 40)]
    [InlineData(new[] { 3310, 3341, 3341, 3341 }, 3300, 3350, 14, 59)]
    [InlineData(new[] { 2910, 3310, 3310, 3310 }, 2500, 3500, 29, 59)]
    [InlineData(new[] { 0, 3310, 3310, 3310 }, 0, 5000, 0, 48)]
    [InlineData(new[] { 0, 9999, 9999, 9999 }, 0, 10000, 0, 72)]
    public void Bars_have_a_scale_that_fits_the_spread_and_says_so(
        int[] cells, int fromMv, int toMv, int shortest, int longest)
    {
        Set(_rig.Batteries[0], soc: 500, ma: -1000, cells, c: 20, board: 20);
        var buffer = new PageBuffer();
        new PageBook(_rig.Monitor).Draw(new Canvas(buffer), PageKind.Cells, 0, beat: false, _rig.NowMs);
        var scale = new PageBuffer();
        var canvas = new Canvas(scale);
        canvas.Text(canvas.Line.Clear().Add(fromMv, NumberFormat.Whole), 12, 1, Font.Small);
        canvas.TextRight(canvas.Line.Clear().Add(toMv, NumberFormat.Whole), 86, 1, Font.Small);

        Assert.Equal(TextPicture.Part(scale, 12, 8, 74, 8), TextPicture.Part(buffer, 12, 8, 74, 8));
        Assert.Equal(1 + shortest, BarLength(buffer, cells.AsSpan().IndexOf(cells.Min())));
        Assert.Equal(1 + longest, BarLength(buffer, cells.AsSpan().IndexOf(cells.Max())));
    }

    private static int BarLength(PageBuffer buffer, int cell) =>
        TextPicture.Part(buffer, 12, 17 + (8 * cell), 74, 1).Count(pixel => pixel == '#');

    private static void SetAsleep(Rig rig, int index, int soc, int cellMv, long ageMs)
    {
        for (int i = 0; i < rig.Batteries.Count; i++)
        {
            rig.Batteries[i].State = BatteryState.Asleep;
        }

        Battery battery = rig.Batteries[index];
        Set(battery, soc, ma: 0, cells: [cellMv, cellMv, cellMv, cellMv], c: 20, board: 20);
        battery.ValuesMs = rig.NowMs - ageMs;
    }

    private static void Set(Battery battery, int soc, int ma, int[] cells, int c, int board)
    {
        Telemetry values = battery.Values;
        values.SocPermille = soc;
        values.CurrentMa = ma;
        cells.CopyTo(values.Numbers, Telemetry.FirstCellMv);
        values.VoltageMv = cells.Sum();
        values.CellMinC = c - 1;
        values.CellMaxC = c;
        values.Numbers[Telemetry.FirstBoardC] = board;
        values.Numbers[Telemetry.FirstBoardC + 1] = board - 3;
    }
}
