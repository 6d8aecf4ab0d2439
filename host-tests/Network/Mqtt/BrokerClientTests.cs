using System.Text;
using ValenceNano.Model;
using ValenceNano.Network;

namespace ValenceNano.HostTests.Network.Mqtt;

/// <summary>The device's client and brokers of all kinds.</summary>
public sealed class BrokerClientTests
{
    private readonly PublisherBench _bench = new();

    [Fact]
    public void Greeting_is_as_MQTT_3_1_1_has_it()
    {
        _bench.Settings.SetText(SettingId.MqttUser, "van"u8.ToArray(), 0, 3);
        _bench.Settings.SetText(SettingId.MqttPassword, "secret"u8.ToArray(), 0, 6);
        _bench.Pass(100);

        string expected = "\u0010\u004b\0\u0004MQTT\u0004\u00ee\0\u0014\0\u0010valencenano-boat\0\u0017valencenano/boat/status\0\u0007offline\0\u0003van\0\u0006secret";
        Assert.Equal(expected, Encoding.Latin1.GetString(_bench.Broker.Greeting));
    }

    [Fact]
    public void Client_is_off_without_a_broker()
    {
        _bench.Settings.Set(SettingId.Mqtt, 0);
        _bench.Pass(5000);
        Assert.Equal(MqttState.Off, _bench.Client.State);

        _bench.Settings.Set(SettingId.Mqtt, 1);
        _bench.Pass(100);
        Assert.Equal(MqttState.Open, _bench.Client.State);

        _bench.Settings.Set(SettingId.Mqtt, 0);
        _bench.Pass(100);
        Assert.Equal(MqttState.Off, _bench.Client.State);
        Assert.Equal("offline", _bench.Last($"{PublisherBench.Root}/status"));
    }

    [Fact]
    public void Setting_of_another_kind_leaves_the_session_open()
    {
        _bench.Pass(1000);
        _bench.Settings.Set(SettingId.Floor, 20);
        _bench.Pass(1000);

        Assert.Equal(1, _bench.Broker.Sessions);
    }

    [Fact]
    public void Refused_password_is_told_and_tried_again_without_hurry()
    {
        _bench.Broker.Answer = 5;
        _bench.Pass(60000);
        Assert.Equal(5, _bench.Client.Refusal);
        Assert.Equal(0, _bench.Broker.Sessions);

        _bench.Broker.Answer = 0;
        _bench.Pass(11000);
        Assert.Equal(MqttState.Open, _bench.Client.State);
        Assert.Equal(0, _bench.Client.Refusal);
    }

    [Fact]
    public void Broker_that_accepts_and_says_nothing_is_left_after_10_s()
    {
        _bench.Broker.IsHung = true;
        _bench.Pass(9900);
        Assert.Equal(MqttState.Greeting, _bench.Client.State);
        _bench.Pass(200);
        Assert.Equal(MqttState.Waiting, _bench.Client.State);

        _bench.Broker.IsHung = false;
        _bench.Pass(11000);
        Assert.Equal(MqttState.Open, _bench.Client.State);
    }

    [Fact]
    public void Broker_that_hangs_in_a_session_is_left_within_25_s()
    {
        _bench.Pass(30000);
        _bench.Broker.IsHung = true;
        _bench.Pass(25000);
        Assert.NotEqual(MqttState.Open, _bench.Client.State);

        _bench.Broker.IsHung = false;
        _bench.Pass(22000);
        Assert.Equal(MqttState.Open, _bench.Client.State);
    }

    [Fact]
    public void Broker_that_takes_nothing_is_left_within_25_s()
    {
        _bench.Pass(30000);
        _bench.Broker.Peer!.Window = 0;
        _bench.Pass(25000);

        Assert.Equal(2, _bench.Broker.Sessions);
    }

    [Fact]
    public void Flood_of_other_traffic_changes_nothing()
    {
        string big = new('x', 5000);
        _bench.Pass(1000);
        for (int i = 0; i < 600; i++)
        {
            _bench.Broker.Publish("homeassistant/status", i % 3 == 0 ? big : "onlinf");
            _bench.Broker.Publish($"a/{i}", "1");
            _bench.Pass(100);
        }

        Assert.Equal(1, _bench.Broker.Sessions);
        Assert.Equal(0, _bench.Client.Births);
        Assert.Equal(2, _bench.LastJson($"{PublisherBench.Root}/bank").GetProperty("live").GetInt32());
    }

    [Theory]
    [InlineData("FFFFFFFFFF")]
    [InlineData("30FFFFFFFF7F")]
    [InlineData("1000")]
    [InlineData("4003000100")]
    [InlineData("D00100")]
    [InlineData("20020000")]
    public void Bytes_that_are_no_MQTT_of_a_broker_end_the_session(string hex)
    {
        _bench.Pass(1000);
        _bench.Broker.Peer!.Send(Convert.FromHexString(hex));
        _bench.Pass(200);
        Assert.NotEqual(MqttState.Open, _bench.Client.State);

        _bench.Pass(5000);
        Assert.Equal(MqttState.Open, _bench.Client.State);
    }

    [Fact]
    public void Broker_may_close_at_any_byte()
    {
        for (int bytes = 0; bytes < 2500; bytes += 7)
        {
            var bench = new PublisherBench();
            bench.Pass(30);
            bench.Broker.Peer!.Window = bytes;
            bench.Pass(2000);
            bench.Broker.Crash(forgets: false);
            bench.Pass(4000);

            Assert.Equal(MqttState.Open, bench.Client.State);
            Assert.Equal(2, bench.Broker.Sessions);
        }
    }

    [Fact]
    public void Random_bytes_of_a_broker_are_survived()
    {
        var random = new Random(1);
        for (int i = 0; i < 300; i++)
        {
            byte[] junk = new byte[random.Next(1, 200)];
            random.NextBytes(junk);
            junk[0] = (byte)(random.Next(2) == 0 ? 0x30 : junk[0]);
            _bench.Broker.Peer?.Send(junk);
            _bench.Pass(random.Next(10, 3000));
        }

        _bench.Broker.Crash(forgets: true);
        _bench.Pass(25000);
        Assert.Equal(MqttState.Open, _bench.Client.State);
    }

    [Fact]
    public void Attempts_are_1_to_10_s_apart()
    {
        var connector = new CountingConnector();
        var client = new BrokerClient(connector, _bench.Settings, new TopicNames(_bench.Settings, "boat"u8.ToArray()));
        for (long ms = 0; ms < 100_000; ms += 10)
        {
            client.Poll(ms);
            connector.NowMs = ms;
        }

        long[] gaps = [.. connector.Begun.Zip(connector.Begun.Skip(1), (a, b) => b - a)];
        Assert.InRange(gaps[0], 1000, 1300);
        Assert.All(gaps.Skip(3), gap => Assert.InRange(gap, 8000, 10050));
        Assert.NotEqual(gaps[^1], gaps[^2]);
    }

    [Fact]
    public void Publishing_allocates_nothing()
    {
        _bench.Pass(60000);
        long nowMs = _bench.NowMs;
        _bench.Broker.Peer!.Window = 0;
        var text = new NullLink();
        var publisher = new MqttPublisher(_bench.Monitor, text, new TopicNames(_bench.Settings, "boat"u8.ToArray()));
        Publish(publisher, nowMs);
        text.Births++;
        long before = GC.GetAllocatedBytesForCurrentThread();
        Publish(publisher, nowMs + 10000);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.InRange(text.Messages, 15, int.MaxValue);
    }

    [Fact]
    public void Longest_message_fits_the_packet_with_room_to_spare()
    {
        // Serials of unprintable bytes, energy of years and an alarm of many words have some 120 bytes more.
        const int Spare = 160;
        byte[] longest = Encoding.ASCII.GetBytes(new string('"', 100));
        byte[] letters = Encoding.ASCII.GetBytes(new string('p', 100));
        _bench.Settings.SetText(SettingId.DeviceName, longest, 0, 24);
        _bench.Settings.SetText(SettingId.MqttPrefix, letters, 0, 32);
        _bench.Settings.SetName(_bench.Batteries.All[0].Serial.ToArray(), 0, longest, 0, BatteryNames.MaxLength);
        _bench.Batteries.All[1].IsPlugged = false;
        _bench.Pass(60000);
        var link = new NullLink();
        var publisher = new MqttPublisher(_bench.Monitor, link, new TopicNames(_bench.Settings, letters));
        Publish(publisher, _bench.NowMs);
        Publish(publisher, _bench.NowMs + 60000);

        Assert.InRange(link.Longest, 400, MqttPacket.BufferLength - Spare);
    }

    private static void Publish(MqttPublisher publisher, long nowMs)
    {
        while (publisher.Poll(nowMs) || publisher.IsTelling)
        {
        }
    }

    /// <summary>Fails at once.</summary>
    private sealed class CountingConnector : IConnector
    {
        public List<long> Begun { get; } = [];

        public long NowMs { get; set; }

        public bool HasFailed => true;

        public bool Begin(byte[] host, int length, int port)
        {
            Begun.Add(NowMs);
            return true;
        }

        public IConnection? Take() => null;
    }

    /// <summary>Takes everything.</summary>
    private sealed class NullLink : IMqttLink
    {
        private int _left = -1;
        private int _topic;

        public int Sessions => 1;

        public int Births { get; set; }

        public bool IsReady => true;

        public bool IsConfirmed => true;

        public int Messages { get; private set; }

        /// <summary>The most that stood in the buffer, topic and payload.</summary>
        public int Longest { get; private set; }

        public JsonWriter Text { get; } = new(1024);

        public void Begin(bool isRetained) => Text.Begin(0);

        public void EndTopic()
        {
            _topic = Text.Count;
            Text.Begin(0);
            Text.BeginText();
            _left = -1;
        }

        public void BeginPiece()
        {
            _topic = 0;
            Text.Begin(0);
        }

        public void EndMessage(long nowMs) => EndPiece(Text.Count, nowMs);

        public int EndPiece(int length, long nowMs)
        {
            Longest = Math.Max(Longest, _topic + Text.Count);
            _left = (_left < 0 ? length : _left) - Text.Count;
            Messages += _left == 0 ? 1 : 0;
            return _left;
        }

        public void Drop(long nowMs) => throw new InvalidOperationException("a length was wrong");
    }
}
