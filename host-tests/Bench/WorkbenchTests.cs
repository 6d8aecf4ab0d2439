using ValenceNano.Bench;

namespace ValenceNano.HostTests.Bench;

public sealed class WorkbenchTests(Workbench bench) : IClassFixture<Workbench>
{
    private const string PublicReply =
        "020336171515150f000004a8005004151715181815800084000000840000000b0d090d2834000028340000eeee001004000a0d090d0a0d0b0deae4";

    [Fact]
    public void Nothing_of_ours_allocates_here_or_on_the_device()
    {
        foreach (string name in bench.Names.Where(name => !name.StartsWith("plain_", StringComparison.Ordinal)))
        {
            Measurement measured = bench.Measure(name);
            Assert.True(measured is { Allocated: 0, DeviceAllocs: 0, Il: > 0 }, measured.ToString());
        }
    }

    [Fact]
    public void Yardstick_of_a_reply_allocates_what_one_sees_it_allocate()
    {
        // The frame and 10 numbers cut out of it (1 CRC, 3 and 2 of the battery, 4 of the cells), the reply and its 3 arrays.
        Measurement plain = bench.Measure("plain_data_reply");
        Assert.Equal(1 + 10 + 1 + 3, plain.DeviceAllocs);
    }

    [Fact]
    public void Table_makes_the_crc_at_least_six_times_cheaper_than_bit_by_bit() =>
        Assert.True(bench.Measure("plain_crc").Il >= 6 * bench.Measure("crc").Il);

    [Fact]
    public void Compiled_method_is_counted_as_by_hand()
    {
        // The CRC bit by bit. Once: 10. A byte: 7 for the step, 7 to mix it in, 3 to begin with its bits, 3 to end with them.
        // A bit: 7 for the step, 4 for the question whether it is set, 5 if it is not, 8 if it is.
        (int bits, int set) = BitsOfTheCrc(Convert.FromHexString(PublicReply));
        Assert.Equal(10 + (59 * 20) + (bits * (7 + 4 + 5)) + (set * 3), bench.Measure("plain_crc").Il);
    }

    [Fact]
    public void Data_reply_stays_within_its_budget()
    {
        Measurement ours = bench.Measure("data_reply");
        Assert.InRange(ours.Il, 1, 2500);
        Assert.True(bench.Measure("plain_data_reply").Il >= 4 * ours.Il);
    }

    [Fact]
    public void Idle_poll_stays_within_its_budget() => Assert.InRange(bench.Measure("poll_idle").Il, 1, 70);

    [Fact]
    public void Noise_costs_less_than_half_of_what_it_did_per_byte() => Assert.InRange(bench.Measure("noise_256").Il, 256, 256 * 74 / 2);

    [Fact]
    public void Bank_page_stays_within_its_budget()
    {
        Measurement ours = bench.Measure("page_bank");
        Assert.InRange(ours.Il, 1, 6500);
        Assert.True(bench.Measure("plain_page_bank").Il >= 10 * ours.Il);
    }

    [Theory]
    [InlineData("http_status", 25_000)]
    [InlineData("http_idle", 150)]
    [InlineData("mqtt_bank", 9_000)]
    public void Network_stays_within_its_budget(string scenario, int limit) => Assert.InRange(bench.Measure(scenario).Il, 1, limit);

    [Theory]
    [InlineData("change_bank")]
    [InlineData("change_battery")]
    [InlineData("change_cells")]
    [InlineData("change_bus")]
    public void One_changed_value_sends_few_bytes(string scenario) => Assert.InRange(bench.Measure(scenario).I2cBytes, 1, 300);

    [Fact]
    public void Page_turner_with_nothing_to_do_does_nearly_nothing() =>
        Assert.InRange(bench.Measure("turner_idle").Il, 1, 60);

    [Fact]
    public void Scenario_costs_the_same_in_every_run_of_the_bench()
    {
        Measurement first = new Workbench().Measure("poll");
        Assert.Equal(first, new Workbench().Measure("poll"));
    }

    [Fact]
    public void Instructions_by_method_add_up_to_all()
    {
        Measurement measured = bench.Measure("data_reply");
        Assert.Equal(measured.Il, bench.InstructionsByMethod().Sum(line => line.Il));
        Assert.Equal(measured.Calls, bench.LibraryCalls().Sum(line => line.Times));
        Assert.Equal("Crc16.Compute", bench.InstructionsByMethod().First().Method);
    }

    private static (int Bits, int Set) BitsOfTheCrc(byte[] message)
    {
        int set = 0;
        int crc = 0xFFFF;
        for (int bit = 0; bit < 8 * message.Length; bit++)
        {
            crc ^= bit % 8 == 0 ? message[bit / 8] : 0;
            int lowest = crc & 1;
            crc = (crc >> 1) ^ (lowest * 0xA001);
            set += lowest;
        }

        return (8 * message.Length, set);
    }
}
