using ValenceNano.HostTests.Protocol;
using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>Virtual batteries behave as the log and the notes say.</summary>
public sealed class VirtualBatteryTests
{
    private readonly VirtualClock _clock = new();
    private readonly VirtualBatteries _batteries;
    private readonly WirePort _port;
    private readonly VirtualBattery _battery = new(Frames.SerialABytes, socPermille: 800, seed: 1);

    public VirtualBatteryTests()
    {
        var wire = new VirtualWire(_clock, seed: 1);
        _batteries = new VirtualBatteries(wire);
        _port = wire.OpenPort();
        _batteries.Add(_battery);
        _battery.Model.CurrentMa = 130;
    }

    [Fact]
    public void Battery_without_a_bus_id_answers_one_slot_of_a_round_with_its_serial_within_3_ms()
    {
        Ask(Frames.Round, 3);
        var delaysUs = new List<long>();
        foreach (string slot in Slots())
        {
            long askedUs = _clock.NowUs;
            string answer = Ask(slot, 24);
            if (answer.Length > 0)
            {
                Assert.Equal(Frames.SerialA, answer);
                delaysUs.Add(_port.LastHeardUs - askedUs);
            }
        }

        Assert.InRange(Assert.Single(delaysUs), 1000, 3000);
    }

    [Fact]
    public void Battery_chooses_another_slot_in_each_round()
    {
        var chosen = new HashSet<int>();
        for (int round = 0; round < 60; round++)
        {
            Ask(Frames.Round, 3);
            List<string> answers = [.. Slots().Select(slot => Ask(slot, 24))];
            chosen.Add(answers.IndexOf(Frames.SerialA));
        }

        Assert.Equal([0, 1, 2, 3, 4, 5], chosen.Order());
    }

    [Fact]
    public void Battery_acknowledges_its_bus_id_after_28_ms_and_is_silent_in_rounds_then()
    {
        long askedUs = _clock.NowUs;
        Assert.Equal(Frames.Assigned2, Ask(Frames.AssignA, 60));
        Assert.InRange(_port.LastHeardUs - askedUs, 27_500, 29_000);

        Ask(Frames.Round, 3);
        Assert.All(Slots(), slot => Assert.Equal("", Ask(slot, 24)));
    }

    [Fact]
    public void Assignment_to_another_serial_is_not_its_own()
    {
        Assert.Equal("", Ask(Frames.AssignB, 60));
        Assert.Equal(0, _battery.BusId);
    }

    [Fact]
    public void Its_reply_comes_whole_5_to_9_ms_after_the_request_and_agrees_with_itself()
    {
        Ask(Frames.AssignA, 60);
        for (int i = 0; i < 50; i++)
        {
            long askedUs = _clock.NowUs;
            byte[] reply = Hex.Bytes(Ask(Frames.Read2, 50));
            Assert.InRange(_port.LastHeardUs - askedUs, 5000, 9000);

            var values = new Telemetry();
            values.Decode(reply);
            Assert.Equal(ReplyRules.None, values.Broken);
        }
    }

    [Fact]
    public void Battery_forgets_its_bus_id_on_the_power_up_message_and_on_its_own_restart()
    {
        Ask(Frames.AssignA, 60);
        Ask(Frames.Reset, 3);
        Assert.Equal("", Ask(Frames.Read2, 50));

        Ask(Frames.AssignA, 60);
        Assert.NotEqual("", Ask(Frames.Read2, 50));
        _battery.Restart();
        Assert.Equal("", Ask(Frames.Read2, 50));
    }

    [Fact]
    public void Battery_sleeps_20_s_after_its_current_stopped_and_wakes_with_it_and_keeps_its_bus_id()
    {
        Ask(Frames.AssignA, 60);
        _battery.Model.CurrentMa = 99;
        _clock.NowUs += 19_000_000;
        Assert.NotEqual("", Ask(Frames.Read2, 50));
        _clock.NowUs += 2_000_000;
        Assert.Equal("", Ask(Frames.Read2, 50));

        _battery.Model.CurrentMa = -100;
        Assert.NotEqual("", Ask(Frames.Read2, 50));
    }

    [Fact]
    public void Asleep_it_does_not_hear_the_power_up_message()
    {
        Ask(Frames.AssignA, 60);
        _battery.Model.CurrentMa = 0;
        _clock.NowUs += 21_000_000;
        Ask(Frames.Reset, 3);

        _battery.Model.CurrentMa = 130;
        Assert.NotEqual("", Ask(Frames.Read2, 50));
    }

    [Fact]
    public void Port_that_is_unplugged_is_silent()
    {
        Ask(Frames.AssignA, 60);
        _battery.IsPlugged = false;
        Assert.Equal("", Ask(Frames.Read2, 50));
    }

    [Fact]
    public void Battery_acknowledges_a_write_and_two_that_do_so_at_once_make_junk()
    {
        var other = new VirtualBattery(Frames.SerialBBytes, 500, seed: 2);
        other.Model.CurrentMa = 130;
        _batteries.Add(other);
        Ask(Frames.AssignA, 60);
        Ask(Frames.AssignB, 60);
        Assert.Equal(Frames.Written3, Ask(Frames.Write3, 10));

        string both = Ask(Frames.Write2 + Frames.Write3, 10);

        Assert.DoesNotContain(Frames.Written3, both, StringComparison.Ordinal);
        Assert.InRange(both.Length / 2, 6, 16);
    }

    [Fact]
    public void Junk_between_requests_is_counted_and_answered_by_nobody()
    {
        Ask(Frames.AssignA, 60);
        Assert.Equal("", Ask(Frames.Collision, 60));
        Assert.NotEqual("", Ask(Frames.Read2, 50));
        Assert.Equal(8, _batteries.JunkBytes);
    }

    [Fact]
    public void Serial_of_another_length_is_a_callers_mistake() =>
        Assert.Throws<ArgumentException>(() => new VirtualBattery(new byte[11], 500, 1));

    private static IEnumerable<string> Slots() =>
        Enumerable.Range(0, 6).Select(slot => Hex.Text(Cases.Sealed([0xFF, 0x50, 0x06, (byte)slot])));

    // What comes back within so many ms.
    private string Ask(string request, int ms)
    {
        _port.Write(Hex.Bytes(request), 0, request.Length / 2);
        _clock.NowUs += ms * 1000;
        byte[] buffer = new byte[256];
        return Hex.Text(buffer.AsSpan(0, _port.Read(buffer, 0, buffer.Length)));
    }
}
