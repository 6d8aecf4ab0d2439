using System.Text.Json;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>Messages as JSON, one object a line.</summary>
public sealed class MessageJson(JsonLines lines) : IMessageWriter
{
    /// <inheritdoc/>
    public void Write(BusMessage message)
    {
        Utf8JsonWriter json = lines.Begin(MessageNames.Of(message.Kind), message.TimeMs);
        switch (message.Kind)
        {
            case MessageKind.Reset:
            case MessageKind.Round:
                break;
            case MessageKind.Junk:
                JsonValues.WriteHex(json, "hex"u8, message.Bytes);
                break;
            case MessageKind.SlotPoll:
                json.WriteNumber("slot"u8, message.Slot);
                break;
            case MessageKind.Serial:
                JsonValues.WriteSerial(json, message.Serial);
                break;
            default:
                WriteWithBusId(json, message);
                break;
        }

        lines.End();
    }

    private static void WriteWithBusId(Utf8JsonWriter json, BusMessage message)
    {
        if (message.Kind == MessageKind.Assign)
        {
            JsonValues.WriteSerial(json, message.Serial);
        }

        json.WriteNumber("bus_id"u8, message.BusId);
        if (message.Kind == MessageKind.Data)
        {
            JsonValues.WriteTelemetry(json, message.Values);
        }

        if (message.Kind is MessageKind.Write or MessageKind.Written)
        {
            json.WriteNumber("register"u8, message.Register);
        }

        if (message.Kind == MessageKind.Write)
        {
            json.WriteNumber("value"u8, message.Value);
        }
    }
}
