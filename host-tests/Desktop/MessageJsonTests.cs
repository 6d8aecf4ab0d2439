namespace ValenceNano.HostTests.Desktop;

public sealed class MessageJsonTests
{
    // Frames of the log; a write's acknowledgement is in no log, and made by hand.
    [Theory]
    [InlineData("000300FC0000842B", """{"kind":"reset","t_ms":7}""")]
    [InlineData("FF4306064246", """{"kind":"round","t_ms":7}""")]
    [InlineData("FF500605F382", """{"kind":"slot_poll","t_ms":7,"slot":5}""")]
    [InlineData("FF701143424231313238313033313850B9",
        """{"kind":"serial","t_ms":7,"serial_hex":"434242313132383130333138","serial":"CBB112810318"}""")]
    [InlineData("FF411243424231313238313033313802CAEA",
        """{"kind":"assign","t_ms":7,"serial_hex":"434242313132383130333138","serial":"CBB112810318","bus_id":2,"remark":"no battery has said this serial"}""")]
    [InlineData("FF4206021245", """{"kind":"assigned","t_ms":7,"bus_id":2}""")]
    [InlineData("03030029001BD5EB", """{"kind":"read","t_ms":7,"bus_id":3}""")]
    [InlineData("0210004B00010200557D24", """{"kind":"write","t_ms":7,"bus_id":2,"register":75,"value":85}""")]
    [InlineData("0310004B0001703D", """{"kind":"written","t_ms":7,"bus_id":3,"register":75}""")]
    [InlineData("02830230F1", """{"kind":"refused","t_ms":7,"bus_id":2,"function":3,"code":2}""")]
    [InlineData("0204004B000141EF", """{"kind":"other_read","t_ms":7,"bus_id":2,"function":4,"register":75,"count":1}""")]
    [InlineData("0203021234F133", """{"kind":"other_data","t_ms":7,"bus_id":2,"function":3,"hex":"0203021234f133"}""")]
    [InlineData("0310004B000204000100026D95", """{"kind":"other_data","t_ms":7,"bus_id":3,"function":16,"hex":"0310004b000204000100026d95"}""")]
    [InlineData("2232A06BA021FFFF", """{"kind":"junk","t_ms":7,"hex":"2232a06ba021ffff"}""")]
    public void Every_kind_has_its_keys(string hex, string expected) =>
        Assert.Equal(expected, Assert.Single(Run.Decode($"7 {hex}", "--json").Output));

    [Fact]
    public void Data_reply_has_all_of_its_values() => Assert.Equal(
        """{"kind":"data","bus_id":2,"soc_permille":933,"voltage_mv":13352,"current_ma":132,"current2_ma":132"""
        + ""","cell_mv":[3338,3337,3338,3339],"cell_max_mv":3339,"cell_min_mv":3337,"cell_c":[23,21,21,21],"board_c":[21,24]"""
        + ""","consistent":true,"broken":[],"unknown":{"7":"0f","8-14":"000004a8005004","21-22":"8000","45-48":"00100400"}"""
        + $",\"hex\":\"{Frames.DataHex}\"}}",
        Assert.Single(Run.Decode(Frames.DataHex, "--json").Output));

    [Fact]
    public void Time_that_is_not_known_is_left_out() =>
        Assert.Equal("""{"kind":"round"}""", Assert.Single(Run.Decode("FF4306064246", "--json").Output));

    [Theory]
    [InlineData(3, 0xFF, "cell_c", "[-1,21,21,21]")]
    [InlineData(17, 0x80, "board_c", "[-128,24]")]
    [InlineData(44, 0x00, "soc_permille", "933")]
    [InlineData(31, 0x0C, "cell_max_mv", "3340")]
    [InlineData(33, 0x08, "cell_min_mv", "3336")]
    [InlineData(38, 0xFF, "voltage_mv", "4278203432")]
    [InlineData(42, 0xFF, "voltage_mv", "13352")]
    public void Reply_that_contradicts_itself_is_shown_as_it_is(int offset, int value, string key, string expected)
    {
        var data = Run.Decode(Convert.ToHexString(Frames.Data((offset, value))), "--json").Json[0];

        Assert.False(data.GetProperty("consistent").GetBoolean());
        Assert.Equal(expected, data.GetProperty(key).GetRawText());
    }

    [Theory]
    [InlineData("4342420A0D00207E7F80FF41", @"CBB\x0a\x0d\x00 ~\x7f\x80\xffA")]
    [InlineData("225C2F3C3E262B274100610A", @"""\/<>&+'A\x00a\x0a")]
    public void Serial_may_be_any_bytes(string hex, string expected)
    {
        string capture = Convert.ToHexString(Frames.Serial(Convert.FromHexString(hex)));

        var serial = Run.Decode(capture, "--json").Json[0];

        Assert.Equal(hex.ToLowerInvariant(), serial.GetProperty("serial_hex").GetString());
        Assert.Equal(expected, serial.GetProperty("serial").GetString());
    }
}
