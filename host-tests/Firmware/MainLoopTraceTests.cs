using System.Text;
using ValenceNano.Desktop;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Firmware;

/// <summary>The trace of the main loop on its second UART is a capture of all that passed on the bus.</summary>
public sealed class MainLoopTraceTests : IMessageWriter, IBusPort
{
    private readonly LoopBench _bench = new(batteries: 3);
    private readonly List<byte> _trace = [];
    private readonly List<(MessageKind Kind, string Hex)> _decoded = [];
    private readonly List<(MessageKind Kind, string Hex)> _passed = [];

    [Fact]
    public async Task Its_lines_decode_to_the_messages_that_passed_on_the_bus()
    {
        _bench.Rig.TracePin = 32;
        _bench.Rig.Device.Com3.ConnectPins(this);
        _bench.Rig.Batteries.Heard += (kind, bytes, _) => _passed.Add((kind, Convert.ToHexStringLower(bytes.Span)));
        _bench.Rig.Batteries.Answered += (_, request, answer, _) =>
            _passed.Add((AnswerTo(request), Convert.ToHexStringLower(answer)));
        _bench.RunUntil(60);

        using var source = new CaptureSource("trace", new MemoryStream([.. _trace]));
        using var error = new StringWriter();
        var reader = new CaptureReader(source, error);
        await DecodeAsync(reader);

        Assert.Equal(0, reader.SkippedLines);
        Assert.Contains(_decoded, message => message.Kind == MessageKind.Assigned);
        Assert.InRange(_decoded.Count(message => message.Kind == MessageKind.Data), 3 * 15, 3 * 20);
        Assert.Equal(_passed, _decoded);
        Assert.Equal(32, _bench.Rig.Device.Pins.PinOf("COM3_TX"));
    }

    [Fact]
    public void Without_a_pin_there_is_none()
    {
        _bench.Rig.Device.Com3.ConnectPins(this);
        _bench.RunUntil(10);

        Assert.Empty(_trace);
        Assert.False(_bench.Rig.Device.Com3.IsOpen);
    }

    void IMessageWriter.Write(BusMessage message) => _decoded.Add((message.Kind, Convert.ToHexStringLower(message.Bytes)));

    void IBusPort.Write(byte[] buffer, int offset, int count) => _trace.AddRange(buffer.AsSpan(offset, count));

    int IBusPort.Read(byte[] buffer, int offset, int count) => 0;

    private async Task DecodeAsync(CaptureReader reader)
    {
        var decoder = new CaptureDecoder(this);
        var line = new CaptureLine();
        while (await reader.FillAsync(CancellationToken.None))
        {
            while (reader.Read(line))
            {
                decoder.Take(line);
            }
        }

        decoder.EndBurst();
    }

    private static MessageKind AnswerTo(MessageKind request) => request switch
    {
        MessageKind.SlotPoll => MessageKind.Serial,
        MessageKind.Assign => MessageKind.Assigned,
        _ => MessageKind.Data,
    };
}
