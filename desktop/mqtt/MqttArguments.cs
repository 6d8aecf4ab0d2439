using System.CommandLine;
using System.CommandLine.Parsing;

namespace ValenceNano.Desktop;

/// <summary>The option <c>--mqtt</c>.</summary>
public sealed class MqttArguments
{
    /// <summary>Makes it.</summary>
    /// <param name="hasTls">Whether <c>mqtts</c> is had; the firmware's own client has none.</param>
    public MqttArguments(bool hasTls)
    {
        Option = new Option<MqttAddress?>("--mqtt")
        {
            Description = "Publishes to a broker, for Home Assistant and others" + (hasTls ? "." : ", by the firmware's own client, which has no TLS."),
            HelpName = MqttAddress.Shape,
            CustomParser = result => Parse(result, hasTls),
        };
    }

    /// <summary>Gives a command the option.</summary>
    public void AddTo(Command command) => command.Options.Add(Option);

    /// <summary>What was said; null: nothing is published.</summary>
    public MqttAddress? Of(ParseResult parsed) => parsed.GetValue(Option);

    /// <summary>The option itself.</summary>
    public Option<MqttAddress?> Option { get; }

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
