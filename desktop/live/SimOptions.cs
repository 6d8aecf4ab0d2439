using ValenceNano.Model;
using ValenceNano.Simulation;

namespace ValenceNano.Desktop;

/// <summary>How <c>sim</c> runs.</summary>
/// <param name="Batteries">How many, 1..16.</param>
/// <param name="Seconds">How long; null: not said.</param>
/// <param name="Seed">For all that is left to chance.</param>
/// <param name="Faults">What goes wrong on the wire.</param>
/// <param name="Weak">A weak cell group; null for none.</param>
/// <param name="Store">The folder where energy, history and health are kept; null: nowhere.</param>
/// <param name="Json">JSON on standard output instead of pictures.</param>
/// <param name="Port">The serial port for the batteries; null for the whole product.</param>
/// <param name="Trace">Shows every message on that port.</param>
/// <param name="Look">Of the panel in a terminal; null: not said.</param>
/// <param name="Set">Sets what the owner has set.</param>
/// <param name="Web">The page; null for none.</param>
/// <param name="Mqtt">The broker; null for none.</param>
/// <param name="TopicId">What no other display is called, without what tells that it is simulated.</param>
/// <param name="SetUp">Plays the set-up of Wi-Fi.</param>
public sealed record SimOptions(
    int Batteries,
    int? Seconds,
    int Seed,
    FaultRates Faults,
    WeakGroup? Weak,
    string? Store,
    bool Json,
    string? Port,
    bool Trace,
    string? Look,
    Action<Settings> Set,
    WebOptions? Web = null,
    MqttAddress? Mqtt = null,
    byte[]? TopicId = null,
    bool SetUp = false);
