using System.Text;
using ValenceNano.Model;

namespace ValenceNano.Desktop;

/// <summary>Where a broker is, and who we are to it: <c>mqtt[s]://[USER:PASSWORD@]HOST[:PORT][/PREFIX]</c>.</summary>
/// <param name="Host">Its name or address.</param>
/// <param name="Port">Its port, 1..65535.</param>
/// <param name="User">Who we are; an empty one: nobody.</param>
/// <param name="Password">The password for that.</param>
/// <param name="Prefix">What every topic begins with; an empty one: the default.</param>
/// <param name="IsTls">What passes is encrypted, and the broker has a certificate.</param>
public sealed record MqttAddress(string Host, int Port, string User, string Password, string Prefix, bool IsTls)
{
    /// <summary>What an address looks like.</summary>
    public const string Shape = "mqtt[s]://[USER:PASSWORD@]HOST[:PORT][/PREFIX]";

    private const int PlainPort = 1883;
    private const int TlsPort = 8883;

    /// <summary>Host and port, without what is secret.</summary>
    public string Name => $"{Host}:{Port}";

    /// <summary>Reads an address.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="error">What is wrong with it, without a password that may stand in it; an empty text: nothing.</param>
    /// <returns>The address; null if it is none.</returns>
    public static MqttAddress? Parse(string text, out string error)
    {
        error = $"{Shape} is wanted, as in mqtt://homeassistant.local or mqtt://van:secret@192.168.1.5:1883";
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("mqtt" or "mqtts") || uri.Host == ""
            || uri.Query != "" || uri.Fragment != "" || uri.Port == 0)
        {
            return null;
        }

        bool isTls = uri.Scheme == "mqtts";
        string[] user = uri.UserInfo.Split(':', 2);
        var address = new MqttAddress(
            uri.Host.Trim('[', ']'),
            uri.Port > 0 ? uri.Port : isTls ? TlsPort : PlainPort,
            Uri.UnescapeDataString(user[0]),
            Uri.UnescapeDataString(user.Length > 1 ? user[1] : ""),
            Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')),
            isTls);
        error = address.Refusal() ?? "";
        return error == "" ? address : null;
    }

    /// <summary>Sets the settings that it stands for.</summary>
    public void Apply(Settings settings)
    {
        settings.Set(SettingId.Mqtt, 1);
        settings.Set(SettingId.MqttPort, Port);
        foreach ((SettingId id, string value) in Texts)
        {
            SetText(settings, id, value);
        }
    }

    private IEnumerable<(SettingId Id, string Value)> Texts =>
    [
        (SettingId.MqttHost, Host), (SettingId.MqttUser, User), (SettingId.MqttPassword, Password), (SettingId.MqttPrefix, Prefix),
    ];

    private string? Refusal()
    {
        var settings = new Settings();
        foreach ((SettingId id, string value) in Texts)
        {
            if (!SetText(settings, id, value))
            {
                return $"{SettingText.Label(id)}: at most {SettingTable.Max(id)} bytes without control characters are wanted";
            }
        }

        return User == "" && Password != "" ? "a password wants a user in front of it"
            : Prefix.AsSpan().IndexOfAny("+#") >= 0 ? "the prefix of topics must not have + or #" : null;
    }

    private static bool SetText(Settings settings, SettingId id, string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        return (bytes.Length == 0 && id == SettingId.MqttPrefix) || settings.SetText(id, bytes, 0, bytes.Length);
    }
}
