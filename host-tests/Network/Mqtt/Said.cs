namespace ValenceNano.HostTests.Network.Mqtt;

/// <summary>A message that was published.</summary>
internal sealed record Said(long Ms, string Topic, string Payload, bool IsRetained);
