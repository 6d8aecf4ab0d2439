using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Firmware;

/// <summary>A port that throws.</summary>
internal sealed class ThrowingPort(Exception fault) : IBusPort
{
    public void Write(byte[] buffer, int offset, int count) => throw fault;

    public int Read(byte[] buffer, int offset, int count) => throw fault;
}
