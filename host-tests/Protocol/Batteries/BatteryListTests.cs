using System.Text;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Batteries;

public sealed class BatteryListTests
{
    private readonly BatteryList _list = new();

    [Theory]
    [InlineData("CBB112810069", "CBB112810318", "CBB112820000")]
    [InlineData("CBB112820000", "CBB112810318", "CBB112810069")]
    [InlineData("CBB112810318", "CBB112820000", "CBB112810069")]
    public void Batteries_stand_in_the_order_of_their_serials_however_they_came(string first, string second, string third)
    {
        Add(first);
        Add(second);
        Add(third);

        Assert.Equal(["CBB112810069", "CBB112810318", "CBB112820000"], Serials());
    }

    [Fact]
    public void Serials_are_compared_as_unsigned_bytes_from_the_first_to_the_last()
    {
        foreach (string serial in new[] { "\u00FFAAAAAAAAAAA", "AAAAAAAAAAA\u0080", "AAAAAAAAAAA\u007F", "\0AAAAAAAAAAA", "\nAAAAAAAAAAA" })
        {
            Add(serial);
        }

        Assert.Equal(
            ["\0AAAAAAAAAAA", "\nAAAAAAAAAAA", "AAAAAAAAAAA\u007F", "AAAAAAAAAAA\u0080", "\u00FFAAAAAAAAAAA"],
            Serials());
    }

    [Theory]
    [InlineData("CBB112810069", true)]
    [InlineData("09azAZ09azAZ", true)]
    [InlineData("CBB11281006/", false)]
    [InlineData(":BB112810069", false)]
    [InlineData("CBB1128@0069", false)]
    [InlineData("CBB1128[0069", false)]
    [InlineData("CBB1128`0069", false)]
    [InlineData("CBB1128{0069", false)]
    public void Serial_of_digits_and_letters_alone_is_plain_and_so_is_none_of_a_forgotten_battery(string serial, bool isPlain)
    {
        Battery battery = Add(serial);
        Assert.Equal(isPlain, battery.HasPlainSerial);

        battery.Forget();
        Assert.False(battery.HasPlainSerial);
    }

    [Fact]
    public void Battery_is_found_by_its_serial_anywhere_in_a_buffer_and_by_its_bus_id()
    {
        Battery battery = Add("CBB112810069");
        battery.BusId = 7;

        Assert.Same(battery, _list.FindSerial(Encoding.Latin1.GetBytes("..CBB112810069."), 2));
        Assert.Null(_list.FindSerial(Encoding.Latin1.GetBytes("..CBB112810068."), 2));
        Assert.Same(battery, _list.FindBusId(7));
        Assert.Null(_list.FindBusId(8));
        Assert.Same(battery, _list[0]);
    }

    [Fact]
    public void Those_known_by_their_bus_id_alone_stand_behind_the_others()
    {
        Battery nine = _list.AddBusId(9);
        Battery three = _list.AddBusId(3);
        Battery named = Add("CBB112810318");
        Assert.Equal([named, three, nine], All());
        Assert.Null(_list.FindSerial(new byte[12], 0));
    }

    [Fact]
    public void Lowest_free_bus_id_is_given_from_2_up()
    {
        Assert.Equal(2, _list.FreeBusId());
        Add("CBB112810069").BusId = 2;
        Add("CBB112810318").BusId = 4;
        Assert.Equal(3, _list.FreeBusId());
    }

    [Fact]
    public void Removed_battery_leaves_an_empty_object_to_the_next_one()
    {
        Battery first = Add("CBB112810069");
        Battery second = Add("CBB112810318");
        Live(first, 5000);
        first.BusId = 2;
        first.Miss(answered: true);

        _list.Remove(_list[0]);
        Battery next = Add("CBB112810400");

        Assert.Same(first, next);
        Assert.Equal([second, next], All());
        Assert.Equal((0, BatteryState.Lost, false, 0L, 0), (next.BusId, next.State, next.HasValues, next.ValuesMs, next.MissedPolls));
    }

    [Fact]
    public void Battery_that_was_removed_remembers_nothing()
    {
        Battery battery = Add("CBB112810069");
        byte[] odd = new Reply().With((44, 1));
        for (int i = 0; i < 5; i++)
        {
            var reply = new Telemetry();
            reply.Decode(odd);
            battery.Take(ref reply, 5000);
        }

        battery.BusId = 2;
        battery.OnIdentified();
        battery.TakeAnswerWithoutData(3);
        battery.Miss(answered: true);
        int generation = battery.Generation;
        Assert.True(battery.HasValues && battery.HasSerial && battery.Contradictions > 0 && battery.MissedPolls > 0);

        _list.Remove(battery);

        Assert.Equal(new byte[12], battery.Serial);
        Assert.Equal((false, false, false), (battery.HasSerial, battery.IsIdentified, battery.HasValues));
        Assert.Equal((0, 0L, 0L), (battery.BusId, battery.ValuesMs, battery.LiveUntilMs));
        Assert.Equal((0, 0), (battery.MissedPolls, battery.Contradictions));
        Assert.Equal((BatteryState.Lost, Battery.NotRefused), (battery.State, battery.RefusalCode));
        Assert.Equal(generation + 1, battery.Generation);

        // Neither does it remember its habits, its corrupt answers, or that it answered without data.
        var next = new Telemetry();
        next.Decode(odd);
        Assert.False(battery.Take(ref next, 6000));
        Live(battery, 6000);
        battery.Expire();
        Assert.Equal(BatteryState.Asleep, battery.State);
    }

    [Fact]
    public void Full_list_of_live_or_just_found_batteries_has_no_place()
    {
        for (int i = 0; i < BatteryList.Capacity; i++)
        {
            Battery battery = Add($"CBB1128100{i:00}");
            if (i % 2 == 0)
            {
                Live(battery, i);
            }
            else
            {
                battery.OnIdentified();
            }
        }

        Assert.Null(_list.AddSerial("CBB112810099"u8.ToArray(), 0));
        Assert.Null(_list.AddBusId(99));
        Assert.Equal(BatteryList.Capacity, _list.Count);
    }

    [Fact]
    public void Full_list_gives_the_place_of_the_one_that_was_silent_longest()
    {
        for (int i = 0; i < BatteryList.Capacity; i++)
        {
            Live(Add($"CBB1128100{i:00}"), 1000 - i);
        }

        _list[3].Expire();
        _list[7].Expire();
        _list[5].Expire();
        Add("CBB112810099");

        Assert.DoesNotContain("CBB112810007", Serials());
        Assert.Equal("CBB112810099", Serials().Last());
        Assert.Equal(BatteryList.Capacity, _list.Count);
    }

    [Fact]
    public void Values_expire_at_their_age_and_the_next_expiry_is_told()
    {
        Live(Add("CBB112810069"), 1000);
        Live(Add("CBB112810318"), 3000);

        Assert.Equal(10_500, _list.Expire(10_499));
        Assert.Equal(2, _list.CountLive());
        Assert.Equal(12_500, _list.Expire(10_500));
        Assert.Equal(1, _list.CountLive());
        Assert.Equal(BatteryState.Asleep, _list[0].State);
        Assert.Equal(12_500 + 9500, _list.Expire(12_500));
        Assert.Equal(0, _list.CountLive());
    }

    [Fact]
    public void Place_beyond_the_last_battery_is_a_callers_mistake()
    {
        Add("CBB112810069");

        Assert.Throws<ArgumentOutOfRangeException>(() => _list[1]);
    }

    private Battery Add(string serial) => _list.AddSerial(Encoding.Latin1.GetBytes(serial), 0);

    private static void Live(Battery battery, long nowMs)
    {
        var reply = new Telemetry();
        reply.Decode(new Reply().Bytes());
        battery.Take(ref reply, nowMs);
    }

    private IEnumerable<Battery> All() => Enumerable.Range(0, _list.Count).Select(i => _list[i]);

    private IEnumerable<string> Serials() => All().Select(battery => Encoding.Latin1.GetString(battery.Serial));
}
