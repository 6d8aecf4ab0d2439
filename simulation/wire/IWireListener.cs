namespace ValenceNano.Simulation;

/// <summary>Whoever hears what others send on a <see cref="VirtualWire"/>.</summary>
public interface IWireListener
{
    /// <summary>A byte has come in, whole since <paramref name="endUs"/>.</summary>
    void Hear(byte value, long endUs);
}
