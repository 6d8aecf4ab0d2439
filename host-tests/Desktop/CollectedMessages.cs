using ValenceNano.Desktop;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Desktop;

/// <summary>Keeps what a decoder hands on.</summary>
internal sealed class CollectedMessages : IMessageWriter
{
    public List<(MessageKind Kind, long? TimeMs, string Hex)> All { get; } = [];

    public void Write(BusMessage message) =>
        All.Add((message.Kind, message.TimeMs, Convert.ToHexStringLower(message.Bytes)));
}
