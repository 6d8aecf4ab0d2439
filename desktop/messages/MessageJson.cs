using System.Text.Json;
using ValenceNano.Model;
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

        if (message.Remark is string remark)
        {
            json.WriteString("remark"u8, remark);
        }

        lines.End();
    }

    private static void WriteWithBusId(Utf8JsonWriter json, BusMessage message)
    {
        if (message.Kind == MessageKind.Assign)
        {
            JsonValues.WriteSerial(json, message.Serial);
        }

        json.WriteNumber(ReadingJson.Key(ReadingId.BusId), message.BusId);
        switch (message.Kind)
        {
            case MessageKind.Data:
                ReadingJson.WriteReply(json, message.Values);
                JsonValues.WriteUnknown(json, message.Bytes);
                JsonValues.WriteHex(json, "hex"u8, message.Bytes);
                break;
            case MessageKind.Write:
                json.WriteNumber("register"u8, message.Register);
                json.WriteNumber("value"u8, message.Value);
                break;
            case MessageKind.Written:
                json.WriteNumber("register"u8, message.Register);
                break;
            case MessageKind.Refused:
                json.WriteNumber("function"u8, message.Function);
                json.WriteNumber("code"u8, message.Code);
                break;
            case MessageKind.OtherRead:
                json.WriteNumber("function"u8, message.Function);
                json.WriteNumber("register"u8, message.Register);
                json.WriteNumber("count"u8, message.Count);
                break;
            case MessageKind.OtherWrite:
            case MessageKind.OtherReply:
                json.WriteNumber("function"u8, message.Function);
                JsonValues.WriteHex(json, "hex"u8, message.Bytes);
                break;
            default:
                break;
        }
    }
}
