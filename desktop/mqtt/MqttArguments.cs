using System.CommandLine;
using System.CommandLine.Parsing;

namespace ValenceNano.Desktop;

/// <summary>The option <c>--mqtt</c>.</summary>
public sealed class MqttArguments
{
    private readonly Option<MqttAddress?> _mqtt;

    /// <summary>Makes it.</summary>
    /// <param name="hasTls">Whether <c>mqtts</c> is had; the firmware's own client has none.</param>
    public MqttArguments(bool hasTls)
    {
        _mqtt = new Option<MqttAddress?>("--mqtt")
        {
            Description = "Publishes to a broker, for Home Assistant and others" + (hasTls ? "." : ", by the firmware's own client, which has no TLS."),
            HelpName = MqttAddress.Shape,
            CustomParser = result => Parse(result, hasTls),
        };
    }

    /// <summary>Gives a command the option.</summary>
    public void AddTo(Command command) => command.Options.Add(_mqtt);

    /// <summary>What was said; null: nothing is published.</summary>
    public MqttAddress? Of(ParseResult parsed) => parsed.GetValue(_mqtt);

    /// <summary>Tells whether it was given.</summary>
    public bool IsIn(SymbolResult parsed) => parsed.GetResult(_mqtt) is { Implicit: false };

    private static MqttAddress? Parse(ArgumentResult result, bool hasTls)
    {
        MqttAddress? address = MqttAddress.Parse(result.Tokens.Count > 0 ? result.Tokens[0].Value : "", out string error);
        if (address == null)
        {
            result.AddError($"--mqtt: {error}.");
        }
        else if (address.IsTls && !hasTls)
        {
            result.AddError("--mqtt: mqtts is not to be had in sim: the firmware's own client has no TLS. mqtt:// is wanted.");
        }

        return address;
    }
}
