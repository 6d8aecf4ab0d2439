using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>Takes what a probe reads.</summary>
public interface IProbeOutput
{
    /// <summary>Registers were read, two bytes each, high byte first.</summary>
    void Read(Battery battery, ReadRequest request, byte[] registers, int pass, long nowMs);

    /// <summary>The first pass over a battery is over: what it refused.</summary>
    void Refused(Battery battery, IReadOnlyList<RefusedRange> ranges);
}
