using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>How <c>monitor</c> and <c>listen</c> run.</summary>
/// <param name="Port">The serial port's name.</param>
/// <param name="Seconds">How long; null: until Ctrl-C.</param>
/// <param name="Json">JSON on standard output instead of pictures.</param>
/// <param name="Trace">With JSON: every message too.</param>
/// <param name="Record">The capture to write; null for none.</param>
/// <param name="Store">The folder where energy, history and health are kept; null: nowhere.</param>
/// <param name="Look">Of the panel in a terminal; null: not said.</param>
/// <param name="Start">How the bus is begun with.</param>
/// <param name="Settings">What the owner has set.</param>
/// <param name="Web">The page; null for none.</param>
public sealed record LiveOptions(
    string Port,
    int? Seconds,
    bool Json,
    bool Trace,
    Recording? Record,
    string? Store,
    string? Look,
    BusRole Start,
    Settings Settings,
    WebOptions? Web);
