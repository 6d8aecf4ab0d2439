namespace ValenceNano.Desktop;

/// <summary>What an unknown byte of a battery was like: how many values it had, and how often it changed.</summary>
public sealed record StudyByte(StudyBattery Battery, int Offset, int Values, int Changes);
